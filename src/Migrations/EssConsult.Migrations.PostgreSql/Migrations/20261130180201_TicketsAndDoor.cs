using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class TicketsAndDoor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "arrival",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "text", nullable: false),
                    attendee_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrival", x => new { x.event_id, x.attendee_id });
                    table.ForeignKey(
                        name: "fk_arrival_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_in",
                columns: table => new
                {
                    nonce = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    attendee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    walk_in_key = table.Column<Guid>(type: "uuid", nullable: true),
                    problem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    code_print = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    undoes = table.Column<Guid>(type: "uuid", nullable: true),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_person_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_in", x => x.nonce);
                    table.ForeignKey(
                        name: "fk_check_in_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "door_pin",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    drawn_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_door_pin", x => x.event_id);
                    table.ForeignKey(
                        name: "fk_door_pin_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ticket_key",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    public_bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_key", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_check_in_attendee_id",
                table: "check_in",
                column: "attendee_id",
                filter: "attendee_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_check_in_event_id_at_utc",
                table: "check_in",
                columns: new[] { "event_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_check_in_walk_in_key",
                table: "check_in",
                column: "walk_in_key",
                filter: "walk_in_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "arrival");

            migrationBuilder.DropTable(
                name: "check_in");

            migrationBuilder.DropTable(
                name: "door_pin");

            migrationBuilder.DropTable(
                name: "ticket_key");
        }
    }
}
