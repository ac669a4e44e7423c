using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AddFacilitatorsAndEventReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "facilitator_id",
                table: "contribution",
                type: "text",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_contribution_facilitator_id_state",
                table: "contribution",
                columns: new[] { "facilitator_id", "state" },
                filter: "facilitator_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_notice");

            migrationBuilder.DropTable(
                name: "event_reminder");

            migrationBuilder.DropIndex(
                name: "ix_contribution_facilitator_id_state",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "facilitator_id",
                table: "contribution");
        }
    }
}
