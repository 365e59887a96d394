-- What the migrations leave: written by models.storage.migrations.structure.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE accounts (
	id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	created BIGINT NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (id), 
	CONSTRAINT ck_accounts_kind CHECK (kind IN ('local', 'server')), 
	CONSTRAINT uq_accounts_uid UNIQUE (uid)
);
CREATE TABLE goals (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(255) NOT NULL, 
	name TEXT NOT NULL, 
	description TEXT NOT NULL, 
	category TEXT, 
	color VARCHAR(16) NOT NULL, 
	icon VARCHAR(32) NOT NULL, 
	pinned BOOLEAN NOT NULL, 
	archived BOOLEAN NOT NULL, 
	position VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	sequence INTEGER NOT NULL, 
	deleted BIGINT, default_lead INTEGER, 
	CONSTRAINT pk_goals PRIMARY KEY (account_id, uid), 
	CONSTRAINT fk_goals_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE history (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	account_id INTEGER NOT NULL, 
	gesture VARCHAR(36) NOT NULL, 
	action VARCHAR(32) NOT NULL, 
	at BIGINT NOT NULL, 
	undoes VARCHAR(36), 
	subject VARCHAR(8) NOT NULL, 
	subject_uid VARCHAR(255) NOT NULL, 
	"before" JSON, 
	"after" JSON, origin VARCHAR(16), 
	CONSTRAINT ck_history_subject CHECK (subject IN ('task', 'goal', 'setting')), 
	CONSTRAINT fk_history_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_history_account_id_gesture ON history (account_id, gesture);
CREATE INDEX ix_history_account_id_subject_uid ON history (account_id, subject_uid);
CREATE INDEX ix_history_account_id_undoes ON history (account_id, undoes);
CREATE TABLE settings (
	account_id INTEGER NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	value JSON NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (account_id, name), 
	CONSTRAINT fk_settings_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE goal_members (
	account_id INTEGER NOT NULL, 
	goal_uid VARCHAR(255) NOT NULL, 
	member_id INTEGER NOT NULL, 
	role VARCHAR(8) NOT NULL, 
	CONSTRAINT pk_goal_members PRIMARY KEY (account_id, goal_uid, member_id), 
	CONSTRAINT ck_goal_members_role CHECK (role IN ('owner', 'editor', 'viewer')), 
	CONSTRAINT fk_goal_members_account_id_goal_uid FOREIGN KEY(account_id, goal_uid) REFERENCES goals (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_members_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_members_member_id FOREIGN KEY(member_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE tasks (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(255) NOT NULL, 
	summary TEXT NOT NULL, 
	description TEXT NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	shelf SMALLINT NOT NULL, 
	priority SMALLINT NOT NULL, 
	dtstart_date DATE, 
	dtstart_time TIME, 
	dtstart_zone VARCHAR(64), 
	start_at BIGINT, 
	due_date DATE, 
	due_time TIME, 
	due_zone VARCHAR(64), 
	due_at BIGINT, 
	lead INTEGER, 
	ready_at BIGINT, 
	estimate INTEGER, 
	rrule TEXT, 
	repeat_from VARCHAR(10) NOT NULL, 
	percent_complete SMALLINT NOT NULL, 
	goal_uid VARCHAR(255), 
	parent_uid VARCHAR(255), 
	position VARCHAR(64) NOT NULL, 
	pinned BOOLEAN NOT NULL, 
	url TEXT, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	completed BIGINT, 
	sequence INTEGER NOT NULL, 
	deleted BIGINT, series VARCHAR(255), recurrence_id TEXT, series_start TEXT, exdates TEXT, series_fields JSON, passed_over INTEGER DEFAULT '0' NOT NULL, "offset" INTEGER, is_locked BOOLEAN DEFAULT '0' NOT NULL, replaces VARCHAR(255), waiting_for VARCHAR(120), follow_up DATE, gap VARCHAR(12), 
	CONSTRAINT pk_tasks PRIMARY KEY (account_id, uid), 
	CONSTRAINT ck_tasks_repeat_from CHECK (repeat_from IN ('due', 'completion')), 
	CONSTRAINT ck_tasks_status CHECK (status IN ('NEEDS-ACTION', 'IN-PROCESS', 'COMPLETED', 'CANCELLED')), 
	CONSTRAINT ck_tasks_dtstart CHECK (dtstart_time IS NULL OR dtstart_date IS NOT NULL), 
	CONSTRAINT ck_tasks_due CHECK (due_time IS NULL OR due_date IS NOT NULL), 
	CONSTRAINT ck_tasks_percent_complete CHECK (percent_complete BETWEEN 0 AND 100), 
	CONSTRAINT ck_tasks_priority CHECK (priority BETWEEN 0 AND 9), 
	CONSTRAINT fk_tasks_account_id_goal_uid FOREIGN KEY(account_id, goal_uid) REFERENCES goals (account_id, uid), 
	CONSTRAINT fk_tasks_account_id_parent_uid FOREIGN KEY(account_id, parent_uid) REFERENCES tasks (account_id, uid), 
	CONSTRAINT fk_tasks_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_tasks_account_id_goal_uid_parent_uid_shelf_status_position ON tasks (account_id, goal_uid, parent_uid, shelf, status, position);
CREATE INDEX ix_tasks_account_id_parent_uid_shelf_position ON tasks (account_id, parent_uid, shelf, position);
CREATE INDEX ix_tasks_account_id_shelf_completed_uid ON tasks (account_id, shelf, completed, uid);
CREATE INDEX ix_tasks_account_id_shelf_due_at_position_uid ON tasks (account_id, shelf, due_at, position, uid);
CREATE TABLE task_attendees (
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_task_attendees PRIMARY KEY (account_id, task_uid, name), 
	CONSTRAINT fk_task_attendees_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_task_attendees_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE task_categories (
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_task_categories PRIMARY KEY (account_id, task_uid, name), 
	CONSTRAINT fk_task_categories_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_task_categories_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_task_categories_account_id_name ON task_categories (account_id, name);
CREATE TABLE task_reminders (
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	place SMALLINT NOT NULL, 
	anchor VARCHAR(8) NOT NULL, 
	"offset" INTEGER NOT NULL, 
	at BIGINT, 
	CONSTRAINT pk_task_reminders PRIMARY KEY (account_id, task_uid, place), 
	CONSTRAINT ck_task_reminders_anchor CHECK (anchor IN ('due', 'ready', 'start', 'at')), 
	CONSTRAINT fk_task_reminders_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_task_reminders_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE INDEX ix_tasks_undated ON tasks (account_id, shelf, due_at, parent_uid, position, uid) WHERE due_at IS NULL AND parent_uid IS NULL;
CREATE INDEX ix_tasks_series ON tasks (account_id, series, shelf) WHERE series IS NOT NULL;
CREATE TABLE saved_filters (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	"query" TEXT NOT NULL, 
	position VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_saved_filters PRIMARY KEY (account_id, uid), 
	CONSTRAINT fk_saved_filters_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE task_words (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	summary TEXT NOT NULL, 
	description TEXT NOT NULL, 
	categories TEXT NOT NULL, 
	steps TEXT NOT NULL, 
	CONSTRAINT pk_task_words PRIMARY KEY (id), 
	CONSTRAINT fk_task_words_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_task_words_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_task_words_account_id_task_uid UNIQUE (account_id, task_uid)
);
CREATE VIRTUAL TABLE task_search USING fts5(summary, description, categories, steps, content='task_words', content_rowid='id', columnsize=0, tokenize='trigram case_sensitive 1');
CREATE TRIGGER task_words_added AFTER INSERT ON task_words BEGIN INSERT INTO task_search(rowid, summary, description, categories, steps) VALUES (new.id, new.summary, new.description, new.categories, new.steps); END;
CREATE TRIGGER task_words_changed AFTER UPDATE OF summary, description, categories, steps ON task_words BEGIN INSERT INTO task_search(task_search, rowid, summary, description, categories, steps) VALUES ('delete', old.id, old.summary, old.description, old.categories, old.steps); INSERT INTO task_search(rowid, summary, description, categories, steps) VALUES (new.id, new.summary, new.description, new.categories, new.steps); END;
CREATE TRIGGER task_words_taken AFTER DELETE ON task_words BEGIN INSERT INTO task_search(task_search, rowid, summary, description, categories, steps) VALUES ('delete', old.id, old.summary, old.description, old.categories, old.steps); END;
CREATE TABLE held_notices (
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	at BIGINT NOT NULL, 
	until BIGINT NOT NULL, 
	is_snoozed BOOLEAN NOT NULL, 
	CONSTRAINT pk_held_notices PRIMARY KEY (account_id, task_uid), 
	CONSTRAINT ck_held_notices_kind CHECK (kind IN ('reminder', 'almost-due', 'ready-missed', 'due-missed')), 
	CONSTRAINT fk_held_notices_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_held_notices_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE time_entries (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	started BIGINT NOT NULL, 
	ended BIGINT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_time_entries PRIMARY KEY (account_id, uid), 
	CONSTRAINT ck_time_entries_span CHECK (ended IS NULL OR ended >= started), 
	CONSTRAINT fk_time_entries_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_time_entries_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_time_entries_account_id_task_uid_started ON time_entries (account_id, task_uid, started);
CREATE UNIQUE INDEX uq_time_entries_running ON time_entries (account_id) WHERE ended IS NULL;
CREATE TABLE goal_templates (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	body JSON NOT NULL, 
	position VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_goal_templates PRIMARY KEY (account_id, uid), 
	CONSTRAINT fk_goal_templates_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_tasks_pinned ON tasks (account_id, shelf, due_at) WHERE pinned = 1;
CREATE INDEX ix_tasks_account_id_shelf_ready_at_position_uid ON tasks (account_id, shelf, ready_at, position, uid);
CREATE INDEX ix_tasks_replaces ON tasks (account_id, replaces) WHERE replaces IS NOT NULL;
CREATE TABLE people (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	channel TEXT NOT NULL, 
	language VARCHAR(2), 
	position VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (account_id, uid), 
	CONSTRAINT ck_people_language CHECK (language IN ('id', 'en')), 
	CONSTRAINT fk_people_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE proposals (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	person VARCHAR(120) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	due_date DATE, 
	due_time TIME, 
	due_zone VARCHAR(64), 
	made BIGINT NOT NULL, 
	answer VARCHAR(16), 
	answered BIGINT, 
	counter_date DATE, 
	counter_time TIME, 
	counter_zone VARCHAR(64), 
	CONSTRAINT pk_proposals PRIMARY KEY (account_id, uid), 
	CONSTRAINT ck_proposals_kind CHECK (kind IN ('hand-over', 'new-due')), 
	CONSTRAINT ck_proposals_answer CHECK (answer IN ('accepted', 'countered', 'declined')), 
	CONSTRAINT ck_proposals_answered CHECK ((answer IS NULL) = (answered IS NULL)), 
	CONSTRAINT ck_proposals_counter CHECK (counter_time IS NULL OR counter_date IS NOT NULL), 
	CONSTRAINT ck_proposals_due CHECK (due_time IS NULL OR due_date IS NOT NULL), 
	CONSTRAINT fk_proposals_account_id_task_uid FOREIGN KEY(account_id, task_uid) REFERENCES tasks (account_id, uid) ON DELETE CASCADE, 
	CONSTRAINT fk_proposals_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_proposals_account_id_task_uid_made ON proposals (account_id, task_uid, made);
CREATE TABLE ledger (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	account_id INTEGER NOT NULL, 
	gesture VARCHAR(36) NOT NULL, 
	at BIGINT NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	goal_uid VARCHAR(255), 
	summary TEXT NOT NULL, 
	due_date DATE, 
	due_time TIME, 
	due_zone VARCHAR(64), 
	due_at BIGINT, 
	ready_at BIGINT, 
	zone VARCHAR(64) NOT NULL, 
	reason VARCHAR(16), 
	reason_text TEXT, 
	other VARCHAR(255), 
	person VARCHAR(120), 
	withdraws VARCHAR(36), 
	CONSTRAINT ck_ledger_kind CHECK (kind IN ('promised', 're-promised', 'replaced', 'handed-over', 'done', 'let-go', 'reopened', 'trashed', 'restored', 'withdrawn')), 
	CONSTRAINT ck_ledger_withdraws CHECK ((kind = 'withdrawn') = (withdraws IS NOT NULL)), 
	CONSTRAINT fk_ledger_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_ledger_account_id_at ON ledger (account_id, at);
CREATE INDEX ix_ledger_account_id_task_uid_id ON ledger (account_id, task_uid, id);
CREATE INDEX ix_ledger_account_id_gesture ON ledger (account_id, gesture);
CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TABLE recipes (
	account_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	steps JSON NOT NULL, 
	position VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	last_modified BIGINT NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_recipes PRIMARY KEY (account_id, uid), 
	CONSTRAINT fk_recipes_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_tasks_follow_up ON tasks (account_id, shelf, follow_up) WHERE follow_up IS NOT NULL;
CREATE INDEX ix_ledger_account_id_due_at_task_uid ON ledger (account_id, due_at, task_uid);
CREATE TABLE promises (
	account_id INTEGER NOT NULL, 
	task_uid VARCHAR(255) NOT NULL, 
	number INTEGER NOT NULL, 
	goal_uid VARCHAR(255), 
	summary TEXT NOT NULL, 
	due_date DATE NOT NULL, 
	due_time TIME, 
	due_zone VARCHAR(64), 
	due_at BIGINT NOT NULL, 
	ready_at BIGINT, 
	day DATE NOT NULL, 
	last_date DATE, 
	last_time TIME, 
	last_zone VARCHAR(64), 
	last_at BIGINT, 
	moves INTEGER NOT NULL, 
	reason VARCHAR(16), 
	reason_text TEXT NOT NULL, 
	outcome VARCHAR(16) NOT NULL, 
	settled BIGINT, 
	trashed BIGINT, 
	CONSTRAINT pk_promises PRIMARY KEY (account_id, task_uid, number), 
	CONSTRAINT fk_promises_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_promises_account_id_due_at ON promises (account_id, due_at);
CREATE INDEX ix_promises_moved ON promises (account_id, last_at) WHERE last_at <> due_at;
INSERT INTO alembic_version (version_num) VALUES ('0014');
