using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddJurySittings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "link_years",
                table: "prize_edition",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "reminders",
                table: "prize_edition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "prize_attendance",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "prize_juror_reminder",
                columns: table => new
                {
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deadline_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "prize_link_hint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<string>(type: "TEXT", nullable: true)
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
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    opened_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    award = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "prize_vote_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_secret = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_by_hand = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    @for = table.Column<int>(name: "for", type: "INTEGER", nullable: false),
                    against = table.Column<int>(type: "INTEGER", nullable: false),
                    blank = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "prize_ballot",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    juror_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
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
                name: "prize_attendance");

            migrationBuilder.DropTable(
                name: "prize_ballot");

            migrationBuilder.DropTable(
                name: "prize_juror_reminder");

            migrationBuilder.DropTable(
                name: "prize_link_hint");

            migrationBuilder.DropTable(
                name: "prize_sitting");

            migrationBuilder.DropTable(
                name: "prize_sitting_decision");

            migrationBuilder.DropTable(
                name: "prize_sitting_note");

            migrationBuilder.DropTable(
                name: "prize_vote_round");

            migrationBuilder.DropColumn(
                name: "link_years",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "reminders",
                table: "prize_edition");
        }
    }
}
