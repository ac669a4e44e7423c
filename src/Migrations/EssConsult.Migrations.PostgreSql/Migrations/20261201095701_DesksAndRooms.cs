using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DesksAndRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "ballot_batch",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "weight",
                table: "ballot_batch",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<string>(
                name: "room_code",
                table: "ballot",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "minutes_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    print = table.Column<string>(type: "text", nullable: true),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_minutes_line_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_minutes_line_event_id_key",
                table: "minutes_line",
                columns: new[] { "event_id", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "minutes_line");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "ballot_batch");

            migrationBuilder.DropColumn(
                name: "weight",
                table: "ballot_batch");

            migrationBuilder.DropColumn(
                name: "room_code",
                table: "ballot");
        }
    }
}
