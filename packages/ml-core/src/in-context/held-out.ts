// Made by golden/make_in_context.py.

/** Words of each length that training never showed, in the order in which they are drawn from. */
export const heldOutWords = {
  "3": "bad big dig eye fit fox fry gas hip hut its ivy jar men mud new own put ran run son try who wig win zip wad irv rum kub jot bib nwg ceb myu tol tex gnj dij das bup azq kak spv jep bbv zox fas bot hcj yon wrq mik sil cam cvn bob lfr hss xak maz yea yyj sha byj sap gbo rni zad hik unm lxd eam puz zid vok igg nuo gem pev pet sir san mea akq ziz ges cqq jag msg yel nep dth vup kpt pmn wuz cbm jax yog hmk rud zeg tut vak ogx bvy pex xxh ror gom ojh mer vdn var kvf wxb hjo hox ber nea cot xmx moo rcr wul bek lyp ovx bez tat wud cug noy ptz xyp tob gip izi huz xdl dwv zeq tvr vtx kir hze wkt mhf yvl jil raz tot wbr psz mpz ugc vzx uwq bnc qps rvy myg xto wiq cle rqm oly nib gul ovk cex ces pfi ebr yip sya rtm bab det rhd wcf lyu nco qqa wqs ksi eal rqz tzc mjq xrm ues nis kix ffg uhm ajj ewv loo gjp ojs lxp lug yfb iin cfd wiv sgk nen vag zag mku btg wat",
  "4": "arms back bags ball beam beep blow blup buns cave copy cork dawn dear died does dogs ears east exam fell fool gets hall hang hear here kind kite laid lamb lead lend less lies mask mine must note oars palm pans past pear pipe plus pots quay ring rows ruin sang sank seas seed ship sill sits sore step stop tape tock tree type view west wild wind wood word yard trux boox yeam egag kook kear yild ptwr juck deat turg izxe uyym plop ojov brem vomm clog gdul moox vshq stas jvla cait feak teap gofn svcq xsfe naip plor pagg jrny heax sovi paip neab poog mmfo pook jigv veal shug toot slez vait brcx rgco uqdj yaim dris jzin dedf slzl shul yush nbgp clal depl drer voon kaid shim laig trox lean brin brux sair thog jead shuz lhma jiff jpli wlfx shus olwx theb qxue mair ywqe paim pliz rzns kmli jhtl osbz zush xjky pluz lmol geld vgjf roop vmuq komh mong kaip yung lbjc ream rszr kxyx ceab dros boob puck nbpj clam vurk mond pjnb toox wirk lllz hopb pepy dani ywxu dreb yssh dsvf bros teax amqr mand hgha kfap stan rajd shkh wizk caid frrn glaf nooz slus lint drup kerk sler tudq geax sond dair sliz bont flux stqz unyk mnda jash mvqj kdvh pais tror qtyp suck adqc isom neax kxjj hoom bren vooz imgr neak clag buld shai ysut peak feap fnkw baip ytxm trop curk apvn icwq siss xpuw gaib tsoz brom brib dror zcfd hpfc vzxg zybo tang drod vzap ojfi zosh fear sgcs pint foop bist goor nmtj ierx ujsf nafh jaik wcqr scxx blhi hftu fxwc rciz kaiz noox koog rjzx yain mxuh cirk flcb plai veas pcxz geal yxvf rpwc cjmy eudn uarm quun plbx gros bwmy nngz glvv upnz erat atuh teqq ylro koom bwtk bgvc iscb naid flai usob ayfa keld fush zazt ywpk trom luhs ywee kend wlie zand zaip clom tlhn mgcx",
  "5": "aisle apart apron asked aunts beach bolts books brown camel chase cheap cheer climb clips cools count crawl crept crust desks dress faces faint fetch fewer flags float flock forks ghost grape guess hangs hello hurts jokes judge keeps knock light liked mango never often onion ought photo piece point punch river rowed rules sacks sadly shelf signs slice smoke socks spell spend steel sugar sweep those tools tooth touch tower truck tunes twist uncle usual verse waist wakes wants waves whale doock ykuaa moond oejdd vyyfp queap lmpkz slait deast majdx gaick nrzwv clung fyezr plind flais drent rhnmv tersc envua bairk teant troom tepwa rkncw steak slind coong jzvvk wdtiu cangu jlcbl mzmhc fkepe czwaz aeagt fleax pfaor ploot mdrps stoop mgwfz shing dreax owpqt voond keack slush neand wrfwf osqtk wdtfr brald zdudg flaim plook iiqky mlavd tliac yszbq stogd mairk qffno veekc queab groox jdipc gfibk flain zpgvv ceang pnedb chimo oudkz osmiy knqyq woost xumhc soost clish ipqyn rrbvl broob dgbjj yfhwq htbyu jwitj kaish pjhfq tdzbt larho omsdb ctjqh weald vabgo ituoe hljfo vafzk thosh mgaij eiizc evrkr hoock fuatr hytqf bream gzoxy lagco celea grerk gbvei brint kdvwf yjtyt reack geash xmejc netbi pleap uppxj fvtfl hucju koork hrvnp fypdg nunpf ejkis evzvk draik cugce roong vzlwy mcvct pdpkx stooz rbjiu ueymf yphtv velgi wdjwz drish gdiia shald oltgj lxrjw gihij ceuer nvvdd vvpkw zoost xrubh groog hnvxd jflru nuwai anonc wktca toyfo zmidn fepfu quirk mhswq fewun poold drait braib trunt jltca tbalg seant shist xgkuk vtxau ghxbd ewttq shoom clash htxcz yoont fftzk odpqf drand drooz sheng dqmgs wiocw crups dfvxt erask pphwr raint gkrmz ntbwn seang uoouc tkoyh sixru pzonf dubku wngvk cswid gbjml quoot zbuny queng mupex ijnec shant omddp ybwal trear nbiuq grung xkkvi iyhdz oxgzu brunt saint staix xwvma eczvj ssgoh ysbxq sloop afbpx aspgj lseov ooktk",
  "6": "adults amount begged begins bodies borrow braces branch bubble bucket bumped carpet cellar circle circus coffee colour cooked copper covers curled dinner eating enjoys facing father fourth fridge grille handed heated height helmet hidden inside lesson living louder marrow mostly nearer needed noises person pieces planet prices puffed pulled raised raisin roller seeing shaped silent single skates sleeps smells softer stands starch sticky stolen stroke sugars sweets talked teabag things thirty tiptoe travel unload untidy wanted warmed warmth washes weight gyvxqz nxyiqv hmgpcz eslbpx kdromd kurdid pvcmps pukyol queand klgrep ttbeeu pvvsuc otwkme plkfla coxgen vcxpmk pitaib jeagom lrfawq yegflu bruhuz nemlix thocjy dubjok yuswin ajccdp kodcnb zontep urrukh woklop jenjci gwudpo klresl zalyri faifcg iulvfz raldwe dlxlua pyqmxe pukcak uwoewk turmea jxtebz oodurk yeuvpk hoddel xaazvx pezkik azawlg igvqxi plolet ronkur pomgro xjlgvu crxobw floong theark ploong gobvot vrdbpx steast zekyez draing claild vigrur kodten breald nxfaqg jirbeg bnolck ktsmeu uzxghq xdbxgm vnnxaj ltmtey tiqhdg dubsit ixkkal ddcvkc wiolor jngtpu hxizmh josjoz kglkyv bogwen dagpom vatder poztux rizzon mozrux uhaswq tklzbs pizbal eovfxm vqvlzm bragar dukkux emefmt llaznm iblzas plaild iwxdlv heplor qaqvos gunzom breast hoxsit dokjod quaish ruhint dunvet brokmi rbazhb quairk qqgogz grmcqf lhffiy surben roszun shaild vfycmx evgdsr lzzcwb leayuk brzdog yokvur bhezku mdygaw rswbgz cgqdnd tlzpyz guddan hshaje npejel ocfhkh dnimax porlat muxwog jomlrg nixdla feosbb muntes uqcvdh dpfbps gaflem idqoiv quisop vikkal mpjtpg mezdom plaing pwevva ygvbnb karbro yjthpv lidsaz dikviz yyiwhe graist ofnsve nakyon ruqpui qbhnuw nodriz diwrsj wkcfkt juaulu caksto ridvel qdfrpl nbcafe ksmqrg fugyaz broold cloont poihwf tokhet kenheb jugtam plaind xpnrpp mumhoz nmlgif mapjox plequu vrxhxo dyggah dozstu ppfiig ygvgjd dalwub gcwcgl sepeen kamcep cohtyi qwleys plriqz vzfneb fixpuk podzek ringip sahand qqjytr jimzoo roplak rilmus sepkig quoosh rspyyh xlfqth fagrib eiwgcs pxbvym ckgnga drabeb fengdi gfwprb ochmhk gadfot treand",
};

/** Two-digit numbers that were never an input in training. */
export const heldOutNumbers = [
  11, 12, 15, 16, 19, 21, 22, 24, 26, 27, 29, 33, 34, 35, 39, 40, 42, 44, 45, 46, 49, 50, 52, 54, 56, 57, 58, 61, 64,
  65, 66, 71, 74, 75, 76, 79, 80, 84, 85, 88, 90, 94, 95, 97, 99,
];

/** Symbols that stood between letters in training. */
export const seenSymbols = "!\"#$&'()*+,-./:<>@[]_{|";

/** Symbols that training never showed. */
export const unseenSymbols = "%;?^}~";

/** Tasks made of two or three rules that training never showed. */
export const unseenCompositions = [
  "difference > last",
  "previous > last",
  "one-vowel > next",
  "first > previous",
  "after > cycle-left",
  "after > one-vowel",
  "vowel-map > next",
  "one-vowel > beginning",
  "next > no-vowels",
  "reverse > drop-first",
  "swap-ends > reverse",
  "cycle-right > ending",
  "join > cycle-left",
  "remove > next",
  "change > ending",
  "vowel-map > reverse",
  "last-two > drop-last",
  "before > twice",
  "fill > vowel-map",
  "previous > reverse",
  "twice > cycle-right",
  "cycle-right > one-vowel",
  "drop-first > one-vowel",
  "beginning > vowel-map",
  "one-vowel > reverse",
  "fill > reverse",
  "cycle-left > first",
  "stretch > previous",
  "join > stretch",
  "cycle-left > change",
  "join > last-two",
  "before > last",
  "remove > vowel-map > cycle-right",
  "vowel-map > stretch > swap-ends",
  "cycle-left > swap-ends > ending",
  "drop-first > next > stretch",
  "next > swap-ends > cycle-right",
  "swap-ends > next > ending",
  "cycle-right > swap-ends > next",
  "swap-ends > cycle-right > previous",
];
