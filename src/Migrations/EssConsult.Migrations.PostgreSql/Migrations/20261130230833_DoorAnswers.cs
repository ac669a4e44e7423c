using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DoorAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "door_questions_type",
                table: "event",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "door_answer",
                columns: table => new
                {
                    nonce = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    attendee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    walk_in_key = table.Column<Guid>(type: "uuid", nullable: true),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_door_answer", x => new { x.nonce, x.question });
                    table.ForeignKey(
                        name: "fk_door_answer_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "door_closing",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "text", nullable: false),
                    told_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_door_closing", x => x.event_id);
                    table.ForeignKey(
                        name: "fk_door_closing_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_check_in_undoes",
                table: "check_in",
                column: "undoes",
                filter: "undoes IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_door_answer_attendee_id",
                table: "door_answer",
                column: "attendee_id",
                filter: "attendee_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_door_answer_event_id",
                table: "door_answer",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_door_answer_walk_in_key",
                table: "door_answer",
                column: "walk_in_key",
                filter: "walk_in_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "door_answer");

            migrationBuilder.DropTable(
                name: "door_closing");

            migrationBuilder.DropIndex(
                name: "ix_check_in_undoes",
                table: "check_in");

            migrationBuilder.DropColumn(
                name: "door_questions_type",
                table: "event");
        }
    }
}
