using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AddVotesSittingsAndReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "conditions",
                table: "prize_screening",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "prize_entry",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "late_until_utc",
                table: "prize_entry",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_category",
                table: "prize_entry",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "appeal_days",
                table: "prize_edition",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "prize_edition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "entries_erased_utc",
                table: "prize_edition",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "jury_erased_utc",
                table: "prize_edition",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "link_years",
                table: "prize_edition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "reminders",
                table: "prize_edition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rules_version",
                table: "prize_edition",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "statement_version",
                table: "prize_edition",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "facilitator_id",
                table: "contribution",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ballot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    intro = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    draft = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: true),
                    rule_hash = table.Column<string>(type: "text", nullable: true),
                    opens_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closes_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    content_item_id = table.Column<string>(type: "text", nullable: true),
                    event_id = table.Column<string>(type: "text", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    roll_salt = table.Column<string>(type: "text", nullable: true),
                    opened_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    counted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    box = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    result_hash = table.Column<string>(type: "text", nullable: true),
                    link_until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unlinked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot", x => x.id);
                    table.CheckConstraint("ck_ballot_result", "(state = 'Counted') = (result IS NOT NULL)");
                    table.CheckConstraint("ck_ballot_rule", "state = 'Draft' OR rule_hash IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "event_notice",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    starts_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_notice", x => new { x.event_id, x.days, x.starts_utc });
                });

            migrationBuilder.CreateTable(
                name: "event_reminder",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    asks = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_reminder", x => new { x.event_id, x.asks });
                });

            migrationBuilder.CreateTable(
                name: "prize_appeal",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<string>(type: "text", nullable: false),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<string>(type: "text", nullable: true),
                    is_upheld = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_appeal", x => x.entry_id);
                    table.CheckConstraint("ck_prize_appeal_decided", "(decided_utc IS NULL) = (decided_by_id IS NULL) AND (decided_utc IS NULL) = (reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_prize_appeal_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_attendance",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    juror_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_attendance", x => new { x.edition_id, x.position });
                    table.CheckConstraint("ck_prize_attendance_recusal", "(kind IN ('SteppedOut', 'SteppedIn')) = (entry_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_prize_attendance_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_prize_attendance_prize_juror_juror_id",
                        column: x => x.juror_id,
                        principalTable: "prize_juror",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_co_applicant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    invited_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: true),
                    joined_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_co_applicant", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_co_applicant_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_entry_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_entry_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_entry_file_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_juror_reminder",
                columns: table => new
                {
                    juror_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deadline_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_juror_reminder", x => new { x.juror_id, x.deadline_utc, x.days });
                    table.ForeignKey(
                        name: "fk_prize_juror_reminder_prize_juror_juror_id",
                        column: x => x.juror_id,
                        principalTable: "prize_juror",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_late_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    issued_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    issued_by_id = table.Column<string>(type: "text", nullable: false),
                    used_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_late_code", x => x.id);
                    table.CheckConstraint("ck_prize_late_code_used", "(used_utc IS NULL) = (entry_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_prize_late_code_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_link_hint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_link_hint", x => x.id);
                    table.CheckConstraint("ck_prize_link_hint_decided", "state = 'Pending' OR decided_utc IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_prize_link_hint_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_sitting",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    opened_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_sitting", x => x.edition_id);
                    table.ForeignKey(
                        name: "fk_prize_sitting_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_prize_sitting_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "prize_sitting_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    award = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_sitting_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_sitting_decision_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_sitting_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_sitting_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_sitting_note_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_terms",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_terms", x => new { x.edition_id, x.kind, x.version });
                    table.ForeignKey(
                        name: "fk_prize_terms_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_vote_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_secret = table.Column<bool>(type: "boolean", nullable: false),
                    is_by_hand = table.Column<bool>(type: "boolean", nullable: false),
                    opened_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: false),
                    against = table.Column<int>(type: "integer", nullable: false),
                    blank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_vote_round", x => x.id);
                    table.UniqueConstraint("ak_prize_vote_round_id_entry_id", x => new { x.id, x.entry_id });
                    table.ForeignKey(
                        name: "fk_prize_vote_round_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    ballots = table.Column<long>(type: "bigint", nullable: false),
                    signed_off = table.Column<long>(type: "bigint", nullable: true),
                    difference = table.Column<string>(type: "text", nullable: true),
                    entered_by_id = table.Column<string>(type: "text", nullable: false),
                    confirmed_by_id = table.Column<string>(type: "text", nullable: true),
                    entered_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_batch", x => x.id);
                    table.CheckConstraint("ck_ballot_batch_two", "confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id");
                    table.ForeignKey(
                        name: "fk_ballot_batch_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_box",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_box", x => x.id);
                    table.ForeignKey(
                        name: "fk_ballot_box_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_key",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    officer_id = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<string>(type: "text", nullable: false),
                    checked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_key", x => new { x.ballot_id, x.position });
                    table.ForeignKey(
                        name: "fk_ballot_key_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_receipt",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_receipt", x => new { x.ballot_id, x.code });
                    table.ForeignKey(
                        name: "fk_ballot_receipt_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_roll",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    weight = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_roll", x => x.id);
                    table.CheckConstraint("ck_ballot_roll_weight", "weight > 0");
                    table.ForeignKey(
                        name: "fk_ballot_roll_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_signature",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_signature", x => new { x.ballot_id, x.voter_id });
                    table.ForeignKey(
                        name: "fk_ballot_signature_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_source",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_source", x => new { x.ballot_id, x.source });
                    table.ForeignKey(
                        name: "fk_ballot_source_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_vote",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    choice = table.Column<string>(type: "text", nullable: true),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    weight = table.Column<long>(type: "bigint", nullable: false),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    quarantine = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reviewed_by_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_vote", x => x.id);
                    table.CheckConstraint("ck_ballot_vote_content", "(channel = 'Online' AND (sealed IS NULL) <> (choice IS NULL)) OR (channel = 'Desk' AND sealed IS NULL AND choice IS NULL)");
                    table.ForeignKey(
                        name: "fk_ballot_vote_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_ballot",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    juror_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_ballot", x => new { x.round_id, x.juror_id });
                    table.CheckConstraint("ck_prize_ballot_recused", "standing <> 'Recused'");
                    table.ForeignKey(
                        name: "fk_prize_ballot_prize_jury_pair_juror_id_entry_id_standing",
                        columns: x => new { x.juror_id, x.entry_id, x.standing },
                        principalTable: "prize_jury_pair",
                        principalColumns: new[] { "juror_id", "entry_id", "standing" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_prize_ballot_prize_vote_round_round_id_entry_id",
                        columns: x => new { x.round_id, x.entry_id },
                        principalTable: "prize_vote_round",
                        principalColumns: new[] { "id", "entry_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_facilitator_id_state",
                table: "contribution",
                columns: new[] { "facilitator_id", "state" },
                filter: "facilitator_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_content_item_id",
                table: "ballot",
                column: "content_item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_state_closes_utc",
                table: "ballot",
                columns: new[] { "state", "closes_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_batch_ballot_id_name",
                table: "ballot_batch",
                columns: new[] { "ballot_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_box_ballot_id",
                table: "ballot_box",
                column: "ballot_id");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_address_key",
                table: "ballot_roll",
                column: "address_key");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_ballot_id_actor_id",
                table: "ballot_roll",
                columns: new[] { "ballot_id", "actor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_ballot_id_address_key",
                table: "ballot_roll",
                columns: new[] { "ballot_id", "address_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_signature_person_id",
                table: "ballot_signature",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_source_source",
                table: "ballot_source",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_ballot_id_receipt",
                table: "ballot_vote",
                columns: new[] { "ballot_id", "receipt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_ballot_id_voter_id",
                table: "ballot_vote",
                columns: new[] { "ballot_id", "voter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_person_id",
                table: "ballot_vote",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_prize_attendance_edition_id_juror_id",
                table: "prize_attendance",
                columns: new[] { "edition_id", "juror_id" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_attendance_entry_id",
                table: "prize_attendance",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_attendance_juror_id",
                table: "prize_attendance",
                column: "juror_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_ballot_juror_id_entry_id_standing",
                table: "prize_ballot",
                columns: new[] { "juror_id", "entry_id", "standing" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_ballot_round_id_entry_id",
                table: "prize_ballot",
                columns: new[] { "round_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_entry_id_email_key",
                table: "prize_co_applicant",
                columns: new[] { "entry_id", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_entry_id_person_id",
                table: "prize_co_applicant",
                columns: new[] { "entry_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_person_id",
                table: "prize_co_applicant",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_prize_entry_file_entry_id",
                table: "prize_entry_file",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_late_code_edition_id_hash",
                table: "prize_late_code",
                columns: new[] { "edition_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_link_hint_edition_id",
                table: "prize_link_hint",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_link_hint_entry_id_person_id_kind",
                table: "prize_link_hint",
                columns: new[] { "entry_id", "person_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_sitting_entry_id",
                table: "prize_sitting",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_sitting_decision_edition_id",
                table: "prize_sitting_decision",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_sitting_decision_entry_id",
                table: "prize_sitting_decision",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_sitting_note_edition_id",
                table: "prize_sitting_note",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_sitting_note_entry_id",
                table: "prize_sitting_note",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_vote_round_edition_id_number",
                table: "prize_vote_round",
                columns: new[] { "edition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_vote_round_entry_id",
                table: "prize_vote_round",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_vote_round_open",
                table: "prize_vote_round",
                column: "edition_id",
                unique: true,
                filter: "closed_utc IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ballot_batch");

            migrationBuilder.DropTable(
                name: "ballot_box");

            migrationBuilder.DropTable(
                name: "ballot_key");

            migrationBuilder.DropTable(
                name: "ballot_receipt");

            migrationBuilder.DropTable(
                name: "ballot_roll");

            migrationBuilder.DropTable(
                name: "ballot_signature");

            migrationBuilder.DropTable(
                name: "ballot_source");

            migrationBuilder.DropTable(
                name: "ballot_vote");

            migrationBuilder.DropTable(
                name: "event_notice");

            migrationBuilder.DropTable(
                name: "event_reminder");

            migrationBuilder.DropTable(
                name: "prize_appeal");

            migrationBuilder.DropTable(
                name: "prize_attendance");

            migrationBuilder.DropTable(
                name: "prize_ballot");

            migrationBuilder.DropTable(
                name: "prize_co_applicant");

            migrationBuilder.DropTable(
                name: "prize_entry_file");

            migrationBuilder.DropTable(
                name: "prize_juror_reminder");

            migrationBuilder.DropTable(
                name: "prize_late_code");

            migrationBuilder.DropTable(
                name: "prize_link_hint");

            migrationBuilder.DropTable(
                name: "prize_sitting");

            migrationBuilder.DropTable(
                name: "prize_sitting_decision");

            migrationBuilder.DropTable(
                name: "prize_sitting_note");

            migrationBuilder.DropTable(
                name: "prize_terms");

            migrationBuilder.DropTable(
                name: "ballot");

            migrationBuilder.DropTable(
                name: "prize_vote_round");

            migrationBuilder.DropIndex(
                name: "ix_contribution_facilitator_id_state",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "conditions",
                table: "prize_screening");

            migrationBuilder.DropColumn(
                name: "category",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "late_until_utc",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "sent_category",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "appeal_days",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "entries_erased_utc",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "jury_erased_utc",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "link_years",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "reminders",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "rules_version",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "statement_version",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "facilitator_id",
                table: "contribution");
        }
    }
}
