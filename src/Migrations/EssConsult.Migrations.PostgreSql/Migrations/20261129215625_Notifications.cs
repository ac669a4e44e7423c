using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Notifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_news_comment_id",
                table: "news");

            migrationBuilder.DropColumn(
                name: "comment_id",
                table: "news");

            migrationBuilder.DropColumn(
                name: "follows",
                table: "discussion_counts");

            migrationBuilder.AddColumn<int>(
                name: "quiet_from",
                table: "news_reader",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "quiet_until",
                table: "news_reader",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sunday_on",
                table: "news_reader",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "sentence",
                table: "news",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "content_item_id",
                table: "news",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "text",
                table: "news",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "news",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "news_choice",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    off_site = table.Column<bool>(type: "boolean", nullable: false),
                    mail = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mailed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_choice", x => new { x.person_id, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "ix_news_fact_person_id",
                table: "news",
                columns: new[] { "fact", "person_id" },
                filter: "fact IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "news_choice");

            migrationBuilder.DropIndex(
                name: "ix_news_fact_person_id",
                table: "news");

            migrationBuilder.DropColumn(
                name: "quiet_from",
                table: "news_reader");

            migrationBuilder.DropColumn(
                name: "quiet_until",
                table: "news_reader");

            migrationBuilder.DropColumn(
                name: "sunday_on",
                table: "news_reader");

            migrationBuilder.DropColumn(
                name: "text",
                table: "news");

            migrationBuilder.DropColumn(
                name: "title",
                table: "news");

            migrationBuilder.AlterColumn<string>(
                name: "sentence",
                table: "news",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "content_item_id",
                table: "news",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "comment_id",
                table: "news",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "follows",
                table: "discussion_counts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_news_comment_id",
                table: "news",
                column: "comment_id");
        }
    }
}
