using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "weight",
                table: "ballot_batch",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<string>(
                name: "room_code",
                table: "ballot",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "minutes_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    print = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
