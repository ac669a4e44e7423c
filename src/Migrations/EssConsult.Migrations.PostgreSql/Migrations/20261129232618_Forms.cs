using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Forms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "form_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_code", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "form_submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shown_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    page_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    address_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    answers = table.Column<string>(type: "text", nullable: false),
                    answers_key = table.Column<string>(type: "text", nullable: false),
                    workflow_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_submission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "form_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_form_file_form_submission_submission_id",
                        column: x => x.submission_id,
                        principalTable: "form_submission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_form_code_form_id_code",
                table: "form_code",
                columns: new[] { "form_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_file_submission_id",
                table: "form_file",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_form_submission_address_key",
                table: "form_submission",
                column: "address_key");

            migrationBuilder.CreateIndex(
                name: "ix_form_submission_at_utc",
                table: "form_submission",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_form_submission_form_id_at_utc",
                table: "form_submission",
                columns: new[] { "form_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_form_submission_person_id",
                table: "form_submission",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_form_submission_shown_id",
                table: "form_submission",
                column: "shown_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form_code");

            migrationBuilder.DropTable(
                name: "form_file");

            migrationBuilder.DropTable(
                name: "form_submission");
        }
    }
}
