using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddPrizeEntryLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "conditions",
                table: "prize_screening",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "prize_entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "late_until_utc",
                table: "prize_entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_category",
                table: "prize_entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "appeal_days",
                table: "prize_edition",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "prize_edition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "entries_erased_utc",
                table: "prize_edition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "jury_erased_utc",
                table: "prize_edition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rules_version",
                table: "prize_edition",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "statement_version",
                table: "prize_edition",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "prize_appeal",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_upheld = table.Column<bool>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_appeal", x => x.entry_id);
                    table.CheckConstraint("ck_prize_appeal_decided", "(decided_utc IS NULL) = (decided_by_id IS NULL) AND (decided_utc IS NULL) = (reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_prize_appeal_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_co_applicant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    invited_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    joined_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_co_applicant", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_co_applicant_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_entry_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_entry_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_prize_entry_file_prize_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "prize_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_late_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    issued_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    used_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_late_code", x => x.id);
                    table.CheckConstraint("ck_prize_late_code_used", "(used_utc IS NULL) = (entry_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_prize_late_code_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prize_terms",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_terms", x => new { x.edition_id, x.kind, x.version });
                    table.ForeignKey(
                        name: "fk_prize_terms_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_entry_id_email_key",
                table: "prize_co_applicant",
                columns: new[] { "entry_id", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_entry_id_person_id",
                table: "prize_co_applicant",
                columns: new[] { "entry_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_co_applicant_person_id",
                table: "prize_co_applicant",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_prize_entry_file_entry_id",
                table: "prize_entry_file",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_prize_late_code_edition_id_hash",
                table: "prize_late_code",
                columns: new[] { "edition_id", "hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "prize_appeal");

            migrationBuilder.DropTable(
                name: "prize_co_applicant");

            migrationBuilder.DropTable(
                name: "prize_entry_file");

            migrationBuilder.DropTable(
                name: "prize_late_code");

            migrationBuilder.DropTable(
                name: "prize_terms");

            migrationBuilder.DropColumn(
                name: "conditions",
                table: "prize_screening");

            migrationBuilder.DropColumn(
                name: "category",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "late_until_utc",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "sent_category",
                table: "prize_entry");

            migrationBuilder.DropColumn(
                name: "appeal_days",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "entries_erased_utc",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "jury_erased_utc",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "rules_version",
                table: "prize_edition");

            migrationBuilder.DropColumn(
                name: "statement_version",
                table: "prize_edition");
        }
    }
}
