using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Workflows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "workflow_due",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    instance_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_due", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "workflow_echo",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_echo", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "workflow_trigger",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_trigger", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "workflow_type",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_type", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_instance",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fault_message = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_instance", x => x.id);
                    table.ForeignKey(
                        name: "fk_workflow_instance_workflow_type_type_id",
                        column: x => x.type_id,
                        principalTable: "workflow_type",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_journal",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    activity_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    outcomes = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    took_microseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_journal", x => new { x.instance_id, x.number });
                    table.ForeignKey(
                        name: "fk_workflow_journal_workflow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "workflow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_wait",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "TEXT", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    activity_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    is_start = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_wait", x => new { x.instance_id, x.activity_id });
                    table.ForeignKey(
                        name: "fk_workflow_wait_workflow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "workflow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_echo_event_name_correlation_id",
                table: "workflow_echo",
                columns: new[] { "event_name", "correlation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_instance_type_id_status_modified_utc",
                table: "workflow_instance",
                columns: new[] { "type_id", "status", "modified_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_wait_activity_name_correlation_id",
                table: "workflow_wait",
                columns: new[] { "activity_name", "correlation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_wait_type_id_activity_id",
                table: "workflow_wait",
                columns: new[] { "type_id", "activity_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_due");

            migrationBuilder.DropTable(
                name: "workflow_echo");

            migrationBuilder.DropTable(
                name: "workflow_journal");

            migrationBuilder.DropTable(
                name: "workflow_trigger");

            migrationBuilder.DropTable(
                name: "workflow_wait");

            migrationBuilder.DropTable(
                name: "workflow_instance");

            migrationBuilder.DropTable(
                name: "workflow_type");
        }
    }
}
