using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CircuitTimers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_echo");

            migrationBuilder.DropColumn(
                name: "is_start",
                table: "workflow_wait");

            migrationBuilder.AddColumn<DateTime>(
                name: "due_utc",
                table: "workflow_wait",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "supersedes",
                table: "workflow_trigger",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "in_size",
                table: "workflow_journal",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "out_size",
                table: "workflow_journal",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "not_before_utc",
                table: "workflow_due",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "workflow_timer",
                columns: table => new
                {
                    type_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    activity_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    schedule = table.Column<string>(type: "text", nullable: false),
                    next_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_timer", x => x.type_id);
                    table.ForeignKey(
                        name: "fk_workflow_timer_workflow_type_type_id",
                        column: x => x.type_id,
                        principalTable: "workflow_type",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_wait_due_utc",
                table: "workflow_wait",
                column: "due_utc");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_due_instance_id",
                table: "workflow_due",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_timer_next_utc",
                table: "workflow_timer",
                column: "next_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_timer");

            migrationBuilder.DropIndex(
                name: "ix_workflow_wait_due_utc",
                table: "workflow_wait");

            migrationBuilder.DropIndex(
                name: "ix_workflow_due_instance_id",
                table: "workflow_due");

            migrationBuilder.DropColumn(
                name: "due_utc",
                table: "workflow_wait");

            migrationBuilder.DropColumn(
                name: "supersedes",
                table: "workflow_trigger");

            migrationBuilder.DropColumn(
                name: "in_size",
                table: "workflow_journal");

            migrationBuilder.DropColumn(
                name: "out_size",
                table: "workflow_journal");

            migrationBuilder.DropColumn(
                name: "not_before_utc",
                table: "workflow_due");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "outbox");

            migrationBuilder.AddColumn<bool>(
                name: "is_start",
                table: "workflow_wait",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "workflow_echo",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    chain = table.Column<string>(type: "text", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    event_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_echo", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_echo_event_name_correlation_id",
                table: "workflow_echo",
                columns: new[] { "event_name", "correlation_id" });
        }
    }
}
