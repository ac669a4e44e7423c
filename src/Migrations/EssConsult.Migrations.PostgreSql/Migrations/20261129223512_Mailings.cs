using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Mailings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "batch",
                table: "mail_message",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mailing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    audience_id = table.Column<string>(type: "text", nullable: false),
                    audience_title = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by_id = table.Column<string>(type: "text", nullable: false),
                    scheduled_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cursor = table.Column<string>(type: "text", nullable: false),
                    written = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    unreachable = table.Column<int>(type: "integer", nullable: false),
                    unsubscribed = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailing", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mail_message_batch_state",
                table: "mail_message",
                columns: new[] { "batch", "state" },
                filter: "batch IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mailing_state_scheduled_utc",
                table: "mailing",
                columns: new[] { "state", "scheduled_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mailing");

            migrationBuilder.DropIndex(
                name: "ix_mail_message_batch_state",
                table: "mail_message");

            migrationBuilder.DropColumn(
                name: "batch",
                table: "mail_message");
        }
    }
}
