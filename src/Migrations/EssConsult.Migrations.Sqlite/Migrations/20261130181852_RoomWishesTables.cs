using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RoomWishesTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "takes_wishes",
                table: "event",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "wishes_close_utc",
                table: "event",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "event_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    useful = table.Column<int>(type: "INTEGER", nullable: true),
                    heard = table.Column<int>(type: "INTEGER", nullable: true),
                    welcome = table.Column<int>(type: "INTEGER", nullable: true),
                    again = table.Column<int>(type: "INTEGER", nullable: true),
                    words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_feedback_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_origin",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    table = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_origin", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_given",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_given", x => x.registration_id);
                    table.ForeignKey(
                        name: "fk_feedback_given_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "table_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    tables = table.Column<int>(type: "INTEGER", nullable: false),
                    rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    traits = table.Column<string>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<int>(type: "INTEGER", nullable: false),
                    composed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    composed_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    is_of_present = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_table_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_table_plan_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "table_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    table = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    writer = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    link_number = table.Column<int>(type: "INTEGER", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_table_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_table_sheet_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wish",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    workshop_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wish", x => x.id);
                    table.CheckConstraint("ck_wish_rank", "rank >= 1");
                    table.ForeignKey(
                        name: "fk_wish_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wish_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wish_run", x => x.id);
                    table.ForeignKey(
                        name: "fk_wish_run_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wish_seed",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    set_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_announced = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wish_seed", x => x.event_id);
                    table.ForeignKey(
                        name: "fk_wish_seed_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "table_seat",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attendee_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    table = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_table_seat", x => new { x.plan_id, x.attendee_id, x.round });
                    table.CheckConstraint("ck_table_seat_numbers", "round >= 1 AND \"table\" >= 1");
                    table.ForeignKey(
                        name: "fk_table_seat_attendee_attendee_id",
                        column: x => x.attendee_id,
                        principalTable: "attendee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_table_seat_table_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "table_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sheet_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sheet_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    sector_id = table.Column<string>(type: "TEXT", nullable: true),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_proposal", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheet_proposal_table_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "table_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_event_feedback_event_id",
                table: "event_feedback",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_origin_event_id",
                table: "event_origin",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_proposal_sheet_id_position",
                table: "sheet_proposal",
                columns: new[] { "sheet_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_table_plan_event_id",
                table: "table_plan",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_table_seat_attendee_id",
                table: "table_seat",
                column: "attendee_id");

            migrationBuilder.CreateIndex(
                name: "ix_table_sheet_event_id_table",
                table: "table_sheet",
                columns: new[] { "event_id", "table" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wish_event_id_rank",
                table: "wish",
                columns: new[] { "event_id", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_registration_id_slot_rank",
                table: "wish",
                columns: new[] { "registration_id", "slot", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wish_registration_id_workshop_id",
                table: "wish",
                columns: new[] { "registration_id", "workshop_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wish_run_event_id",
                table: "wish_run",
                column: "event_id",
                unique: true,
                filter: "published_utc IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_feedback");

            migrationBuilder.DropTable(
                name: "event_origin");

            migrationBuilder.DropTable(
                name: "feedback_given");

            migrationBuilder.DropTable(
                name: "sheet_proposal");

            migrationBuilder.DropTable(
                name: "table_seat");

            migrationBuilder.DropTable(
                name: "wish");

            migrationBuilder.DropTable(
                name: "wish_run");

            migrationBuilder.DropTable(
                name: "wish_seed");

            migrationBuilder.DropTable(
                name: "table_sheet");

            migrationBuilder.DropTable(
                name: "table_plan");

            migrationBuilder.DropColumn(
                name: "takes_wishes",
                table: "event");

            migrationBuilder.DropColumn(
                name: "wishes_close_utc",
                table: "event");
        }
    }
}
