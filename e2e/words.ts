/** What the journeys look for on screen, in both languages. */
export const words = {
  zh: {
    lesson: "一次只写一个 token",
    compute: "计算",
    step: "单步",
    run: "连着抽",
    stop: "停止",
    newSeed: "换个种子",
    name: "名字",
    email: "邮箱",
    password: "密码",
    create: "注册",
    signIn: "登录",
    begin: "开始",
    submit: "交卷",
    result: "结果",
    offline: "网络断开了，照常作答。",
    elsewhere: "改到这里作答",
    progress: "我的进度",
  },
  en: {
    lesson: "One token at a time",
    compute: "Compute",
    step: "Step",
    run: "Keep drawing",
    stop: "Stop",
    newSeed: "New seed",
    name: "Name",
    email: "E-mail",
    password: "Password",
    create: "Create the account",
    signIn: "Sign in",
    begin: "Begin",
    submit: "Submit",
    result: "Result",
    offline: "The network is down. Keep answering.",
    elsewhere: "Continue here instead",
    progress: "My progress",
  },
} as const;

export type Locale = keyof typeof words;

export const LOCALES = ["zh", "en"] as const satisfies readonly Locale[];
