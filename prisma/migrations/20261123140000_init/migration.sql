-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "email" VARCHAR(320) NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" VARCHAR(2) NOT NULL DEFAULT 'zh',
    "erased_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "action" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(120) NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_version" (
    "id" UUID NOT NULL,
    "item_id" VARCHAR(120) NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "ask" JSONB NOT NULL,
    "concepts" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_key" (
    "item_version_id" UUID NOT NULL,
    "key" JSONB NOT NULL,

    CONSTRAINT "item_key_pkey" PRIMARY KEY ("item_version_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "assignment_id" UUID,
    "module_slug" VARCHAR(120) NOT NULL,
    "user_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" VARCHAR(64) NOT NULL,
    "policy" JSONB NOT NULL,
    "state" VARCHAR(10) NOT NULL DEFAULT 'open',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadline_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "start_request_id" UUID NOT NULL,
    "submit_key" VARCHAR(64),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_slot" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item_version_id" UUID NOT NULL,
    "max_points" DECIMAL(9,4) NOT NULL,

    CONSTRAINT "attempt_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "attempt_slot_id" UUID NOT NULL,
    "response" JSONB NOT NULL,
    "rev" INTEGER NOT NULL,
    "client_id" VARCHAR(64) NOT NULL,
    "client_seq" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("attempt_slot_id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "attempt_slot_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "response" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "item_version_id" UUID NOT NULL,
    "scorer_version" VARCHAR(40) NOT NULL,
    "source" VARCHAR(10) NOT NULL,
    "points" DECIMAL(9,4) NOT NULL,
    "max" DECIMAL(9,4) NOT NULL,
    "detail" JSONB NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "join_code" VARCHAR(16) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" VARCHAR(10) NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "module_slug" VARCHAR(120) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_local" VARCHAR(16) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "time_limit_minutes" INTEGER,
    "attempts_allowed" INTEGER,
    "created_by_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "user_id" UUID NOT NULL,
    "lesson_id" VARCHAR(120) NOT NULL,
    "step" VARCHAR(160) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("user_id","lesson_id","step")
);

-- CreateTable
CREATE TABLE "check_answer" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "item_id" VARCHAR(120) NOT NULL,
    "item_version_id" UUID NOT NULL,
    "seed" VARCHAR(64) NOT NULL,
    "response" JSONB NOT NULL,
    "points" DECIMAL(9,4) NOT NULL,
    "max" DECIMAL(9,4) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "audit_event_subject_at_idx" ON "audit_event"("subject", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "item_version_item_id_content_hash_key" ON "item_version"("item_id", "content_hash");

-- CreateIndex
CREATE INDEX "attempt_user_id_module_slug_idx" ON "attempt"("user_id", "module_slug");

-- CreateIndex
CREATE INDEX "attempt_state_deadline_at_idx" ON "attempt"("state", "deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_assignment_id_user_id_number_key" ON "attempt"("assignment_id", "user_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_user_id_start_request_id_key" ON "attempt"("user_id", "start_request_id");

-- CreateIndex
CREATE INDEX "attempt_slot_item_version_id_idx" ON "attempt_slot"("item_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_slot_attempt_id_position_key" ON "attempt_slot"("attempt_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "response_attempt_slot_id_seq_key" ON "response"("attempt_slot_id", "seq");

-- CreateIndex
CREATE INDEX "score_item_version_id_idx" ON "score"("item_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_response_id_seq_key" ON "score"("response_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "class_join_code_key" ON "class"("join_code");

-- CreateIndex
CREATE UNIQUE INDEX "class_created_by_id_request_id_key" ON "class"("created_by_id", "request_id");

-- CreateIndex
CREATE INDEX "enrollment_user_id_idx" ON "enrollment"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_class_id_user_id_key" ON "enrollment"("class_id", "user_id");

-- CreateIndex
CREATE INDEX "assignment_class_id_due_at_idx" ON "assignment"("class_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_created_by_id_request_id_key" ON "assignment"("created_by_id", "request_id");

-- CreateIndex
CREATE INDEX "check_answer_user_id_item_id_at_idx" ON "check_answer"("user_id", "item_id", "at");

-- CreateIndex
CREATE INDEX "check_answer_item_id_at_idx" ON "check_answer"("item_id", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_key" ADD CONSTRAINT "item_key_item_version_id_fkey" FOREIGN KEY ("item_version_id") REFERENCES "item_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_slot" ADD CONSTRAINT "attempt_slot_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_slot" ADD CONSTRAINT "attempt_slot_item_version_id_fkey" FOREIGN KEY ("item_version_id") REFERENCES "item_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_attempt_slot_id_fkey" FOREIGN KEY ("attempt_slot_id") REFERENCES "attempt_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_attempt_slot_id_fkey" FOREIGN KEY ("attempt_slot_id") REFERENCES "attempt_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_item_version_id_fkey" FOREIGN KEY ("item_version_id") REFERENCES "item_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_item_version_id_fkey" FOREIGN KEY ("item_version_id") REFERENCES "item_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what the Prisma schema cannot say.

-- One number per person and module when there is no assignment (NULLs are distinct in the unique key above).
CREATE UNIQUE INDEX "attempt_practice_number_key" ON "attempt"("user_id", "module_slug", "number")
    WHERE "assignment_id" IS NULL;

-- At most one open attempt: starting twice at once gives one attempt, not two.
CREATE UNIQUE INDEX "attempt_one_open_per_assignment" ON "attempt"("assignment_id", "user_id")
    WHERE "state" = 'open';
CREATE UNIQUE INDEX "attempt_one_open_practice" ON "attempt"("user_id", "module_slug")
    WHERE "assignment_id" IS NULL AND "state" = 'open';

-- Closed vocabularies, ranges and orders.
ALTER TABLE "app_user"
    ADD CONSTRAINT "app_user_locale_known" CHECK ("locale" IN ('zh', 'en')),
    ADD CONSTRAINT "app_user_email_lower_case" CHECK ("email" = lower("email")),
    ADD CONSTRAINT "app_user_erased_has_no_address"
        CHECK ("erased_at" IS NULL OR "email" = 'erased-' || "id" || '@erased.invalid');

ALTER TABLE "class"
    ADD CONSTRAINT "class_name_not_blank" CHECK (btrim("name") <> ''),
    ADD CONSTRAINT "class_join_code_form" CHECK ("join_code" ~ '^[A-Z0-9]{6,16}$'),
    -- Postgres refuses a zone it does not know while it evaluates this.
    ADD CONSTRAINT "class_time_zone_known" CHECK ((TIMESTAMPTZ 'epoch' AT TIME ZONE "time_zone") IS NOT NULL);

ALTER TABLE "enrollment"
    ADD CONSTRAINT "enrollment_role_known" CHECK ("role" IN ('learner', 'instructor'));

ALTER TABLE "assignment"
    ADD CONSTRAINT "assignment_due_local_form" CHECK ("due_local" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
    ADD CONSTRAINT "assignment_time_zone_known" CHECK ((TIMESTAMPTZ 'epoch' AT TIME ZONE "time_zone") IS NOT NULL),
    ADD CONSTRAINT "assignment_closes_after_due" CHECK ("closes_at" >= "due_at"),
    ADD CONSTRAINT "assignment_time_limit_range" CHECK ("time_limit_minutes" BETWEEN 1 AND 1440),
    ADD CONSTRAINT "assignment_attempts_range" CHECK ("attempts_allowed" >= 1);

ALTER TABLE "item_version"
    ADD CONSTRAINT "item_version_hash_form" CHECK ("content_hash" ~ '^[0-9a-f]{64}$'),
    ALTER COLUMN "concepts" SET NOT NULL;

ALTER TABLE "attempt"
    ADD CONSTRAINT "attempt_state_known" CHECK ("state" IN ('open', 'submitted')),
    ADD CONSTRAINT "attempt_number_range" CHECK ("number" >= 1),
    ADD CONSTRAINT "attempt_deadline_after_start" CHECK ("deadline_at" > "started_at"),
    ADD CONSTRAINT "attempt_submitted_after_start" CHECK ("submitted_at" >= "started_at"),
    ADD CONSTRAINT "attempt_submitted_is_complete"
        CHECK (("state" = 'submitted') = ("submitted_at" IS NOT NULL)
           AND ("state" = 'submitted') = ("submit_key" IS NOT NULL));

ALTER TABLE "attempt_slot"
    ADD CONSTRAINT "attempt_slot_position_range" CHECK ("position" >= 1),
    ADD CONSTRAINT "attempt_slot_max_points_range" CHECK ("max_points" >= 0);

ALTER TABLE "draft"
    ADD CONSTRAINT "draft_rev_range" CHECK ("rev" >= 1),
    ADD CONSTRAINT "draft_client_seq_range" CHECK ("client_seq" >= 0);

ALTER TABLE "response"
    ADD CONSTRAINT "response_kind_known" CHECK ("kind" IN ('final', 'auto')),
    ADD CONSTRAINT "response_seq_range" CHECK ("seq" >= 1);

ALTER TABLE "score"
    ADD CONSTRAINT "score_source_known" CHECK ("source" IN ('auto', 'manual', 'regrade')),
    ADD CONSTRAINT "score_seq_range" CHECK ("seq" >= 1),
    ADD CONSTRAINT "score_points_range" CHECK ("points" BETWEEN 0 AND "max");

ALTER TABLE "check_answer"
    ADD CONSTRAINT "check_answer_points_range" CHECK ("points" BETWEEN 0 AND "max");

ALTER TABLE "rate_limit"
    ADD CONSTRAINT "rate_limit_count_range" CHECK ("count" >= 0);

-- A draft is rewritten at every pause in typing: room on its page keeps those writes off the index.
ALTER TABLE "draft" SET (fillfactor = 80);

-- History is added to, never rewritten: not by a bug, and not by a hurried hand in psql.
CREATE FUNCTION "refuse_rewriting_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only; % is not allowed', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new row that supersedes the old one.';
END
$$;

DO $$
DECLARE
    history_table text;
BEGIN
    FOREACH history_table IN ARRAY ARRAY[
        'item_version', 'item_key', 'attempt_slot', 'response', 'score', 'check_answer', 'audit_event'
    ] LOOP
        EXECUTE format(
            'CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
             FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_history"()',
            history_table || '_append_only', history_table);
        EXECUTE format(
            'CREATE TRIGGER %I BEFORE TRUNCATE ON %I
             FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting_history"()',
            history_table || '_no_truncate', history_table);
    END LOOP;
END
$$;

-- A submitted attempt is history too.
CREATE FUNCTION "refuse_changing_submitted_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'attempt % is submitted; % is not allowed', OLD."id", TG_OP
        USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;

CREATE TRIGGER "attempt_submitted_is_final" BEFORE UPDATE OR DELETE ON "attempt"
    FOR EACH ROW WHEN (OLD."state" = 'submitted')
    EXECUTE FUNCTION "refuse_changing_submitted_attempt"();
