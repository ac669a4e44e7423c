using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CircuitDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "draft",
                table: "workflow_type",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "workflow_type",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "draft",
                table: "workflow_type");

            migrationBuilder.DropColumn(
                name: "version",
                table: "workflow_type");
        }
    }
}
