using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddPrize : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "prize_edition",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    opens_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closes_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    grace_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    scoring_closes_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    questions_type = table.Column<string>(type: "TEXT", nullable: true),
                    most_per_structure = table.Column<int>(type: "INTEGER", nullable: true),
                    readers = table.Column<int>(type: "INTEGER", nullable: true),
                    most_per_juror = table.Column<int>(type: "INTEGER", nullable: true),
                    has_two_readers = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    numbers = table.Column<int>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: true),
                    rule_hash = table.Column<string>(type: "TEXT", nullable: true),
                    sheets_told_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    record_size = table.Column<int>(type: "INTEGER", nullable: false),
                    record_root = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_edition", x => x.content_item_id);
                    table.CheckConstraint("ck_prize_edition_rule", "stage = 'Call' OR rule_hash IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "prize_sheet_submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    commitment = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_sheet_submission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prize_act",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_act", x => new { x.edition_id, x.position });
                    table.ForeignKey(
                        name: "fk_prize_act_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submitted_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    submissions = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_version = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    screened_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    correction_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    correction = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_entry", x => x.id);
                    table.CheckConstraint("ck_prize_entry_sent", "state = 'Draft' OR (number IS NOT NULL AND receipt IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_prize_entry_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_juror",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    is_president = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    invited_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    declared_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_juror", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_juror_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_minutes",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_minutes", x => x.edition_id);
                    table.ForeignKey(
                        name: "fk_prize_minutes_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_result",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_result", x => x.edition_id);
                    table.ForeignKey(
                        name: "fk_prize_result_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_award",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    citation = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_award", x => x.entry_id);
                    table.ForeignKey(
                        name: "fk_prize_award_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_conflict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_conflict", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_conflict_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_entry_submission",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_entry_submission", x => new { x.entry_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_prize_entry_submission_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_screening",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reader_id = table.Column<string>(type: "TEXT", nullable: false),
                    is_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_screening", x => new { x.entry_id, x.reader_id });
                    table.ForeignKey(
                        name: "fk_prize_screening_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_jury_pair",
                columns: table => new
                {
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_jury_pair", x => new { x.juror_id, x.entry_id });
                    table.UniqueConstraint("ak_prize_jury_pair_juror_id_entry_id_standing", x => new { x.juror_id, x.entry_id, x.standing });
                    table.ForeignKey(
                        name: "fk_prize_jury_pair_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_prize_jury_pair_prize_juror_juror_id",
                        column: x => x.juror_id,
                        principalTable: "prize_juror",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_mark",
                columns: table => new
                {
                    nonce = table.Column<Guid>(type: "TEXT", nullable: false),
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_mark", x => x.nonce);
                    table.ForeignKey(
                        name: "fk_prize_mark_prize_jury_pair_juror_id_entry_id",
                        columns: x => new { x.juror_id, x.entry_id },
                        principalTable: "prize_jury_pair",
                        principalColumns: new[] { "juror_id", "entry_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_sheet",
                columns: table => new
                {
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    abstained = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_sheet", x => new { x.juror_id, x.entry_id });
                    table.CheckConstraint("ck_prize_sheet_assigned", "standing = 'Assigned'");
                    table.ForeignKey(
                        name: "fk_prize_sheet_prize_jury_pair_juror_id_entry_id_standing",
                        columns: x => new { x.juror_id, x.entry_id, x.standing },
                        principalTable: "prize_jury_pair",
                        principalColumns: new[] { "juror_id", "entry_id", "standing" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_prize_award_edition_id",
                table: "prize_award",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_conflict_edition_id_person_id",
                table: "prize_conflict",
                columns: new[] { "edition_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_conflict_entry_id_person_id_kind",
                table: "prize_conflict",
                columns: new[] { "entry_id", "person_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_entry_edition_id_number",
                table: "prize_entry",
                columns: new[] { "edition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_entry_owner_id",
                table: "prize_entry",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_juror_edition_id_email_key",
                table: "prize_juror",
                columns: new[] { "edition_id", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_juror_edition_id_person_id",
                table: "prize_juror",
                columns: new[] { "edition_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_juror_person_id",
                table: "prize_juror",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_prize_jury_pair_edition_id",
                table: "prize_jury_pair",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_jury_pair_entry_id",
                table: "prize_jury_pair",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_mark_juror_id_entry_id",
                table: "prize_mark",
                columns: new[] { "juror_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_sheet_entry_id",
                table: "prize_sheet",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_sheet_juror_id_entry_id_standing",
                table: "prize_sheet",
                columns: new[] { "juror_id", "entry_id", "standing" });

            migrationBuilder.CreateIndex(
                name: "ix_prize_sheet_submission_juror_id_entry_id_sequence",
                table: "prize_sheet_submission",
                columns: new[] { "juror_id", "entry_id", "sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "prize_act");

            migrationBuilder.DropTable(
                name: "prize_award");

            migrationBuilder.DropTable(
                name: "prize_conflict");

            migrationBuilder.DropTable(
                name: "prize_entry_submission");

            migrationBuilder.DropTable(
                name: "prize_mark");

            migrationBuilder.DropTable(
                name: "prize_minutes");

            migrationBuilder.DropTable(
                name: "prize_result");

            migrationBuilder.DropTable(
                name: "prize_screening");

            migrationBuilder.DropTable(
                name: "prize_sheet");

            migrationBuilder.DropTable(
                name: "prize_sheet_submission");

            migrationBuilder.DropTable(
                name: "prize_jury_pair");

            migrationBuilder.DropTable(
                name: "prize_entry");

            migrationBuilder.DropTable(
                name: "prize_juror");

            migrationBuilder.DropTable(
                name: "prize_edition");
        }
    }
}
