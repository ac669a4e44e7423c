using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReadTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "correction_utc",
                table: "contribution",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "unread_since_utc",
                table: "contribution",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_contribution_correction_utc",
                table: "contribution",
                column: "correction_utc",
                filter: "correction_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_unread_since_utc",
                table: "contribution",
                column: "unread_since_utc",
                filter: "unread_since_utc IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contribution_correction_utc",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "ix_contribution_unread_since_utc",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "correction_utc",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "unread_since_utc",
                table: "contribution");
        }
    }
}
