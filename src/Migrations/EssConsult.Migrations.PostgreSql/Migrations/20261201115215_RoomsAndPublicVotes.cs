using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RoomsAndPublicVotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reviewed_by_id",
                table: "ballot_vote");

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "ballot_batch",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "weight",
                table: "ballot_batch",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "electors",
                table: "ballot",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "participation",
                table: "ballot",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "room_code",
                table: "ballot",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ballot_asked",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mailbox = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    asked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    form = table.Column<long>(type: "bigint", nullable: false),
                    traits_domain = table.Column<long>(type: "bigint", nullable: false),
                    traits_is_common_domain = table.Column<bool>(type: "boolean", nullable: false),
                    traits_is_disposable = table.Column<bool>(type: "boolean", nullable: false),
                    traits_language = table.Column<string>(type: "text", nullable: false),
                    traits_network = table.Column<long>(type: "bigint", nullable: false),
                    traits_on_form_milliseconds = table.Column<long>(type: "bigint", nullable: false),
                    traits_sealed_address = table.Column<string>(type: "text", nullable: true),
                    traits_shape = table.Column<long>(type: "bigint", nullable: false),
                    traits_skeleton = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_asked", x => x.id);
                    table.ForeignKey(
                        name: "fk_ballot_asked_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_hour",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hour_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    quarantined = table.Column<string>(type: "text", nullable: false),
                    box_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_hour", x => new { x.ballot_id, x.hour_utc });
                    table.ForeignKey(
                        name: "fk_ballot_hour_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_origin",
                columns: table => new
                {
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    form = table.Column<long>(type: "bigint", nullable: false),
                    traits_domain = table.Column<long>(type: "bigint", nullable: false),
                    traits_is_common_domain = table.Column<bool>(type: "boolean", nullable: false),
                    traits_is_disposable = table.Column<bool>(type: "boolean", nullable: false),
                    traits_language = table.Column<string>(type: "text", nullable: false),
                    traits_network = table.Column<long>(type: "bigint", nullable: false),
                    traits_on_form_milliseconds = table.Column<long>(type: "bigint", nullable: false),
                    traits_sealed_address = table.Column<string>(type: "text", nullable: true),
                    traits_shape = table.Column<long>(type: "bigint", nullable: false),
                    traits_skeleton = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_origin", x => x.vote_id);
                    table.ForeignKey(
                        name: "fk_ballot_origin_ballot_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "ballot_vote",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_public",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_key = table.Column<string>(type: "text", nullable: true),
                    screened_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_public", x => x.ballot_id);
                    table.ForeignKey(
                        name: "fk_ballot_public_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_quarantine",
                columns: table => new
                {
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reasons = table.Column<int>(type: "integer", nullable: false),
                    group = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    keeps = table.Column<bool>(type: "boolean", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    proposed_by_id = table.Column<string>(type: "text", nullable: true),
                    confirmed_by_id = table.Column<string>(type: "text", nullable: true),
                    confirmed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    appeal = table.Column<string>(type: "text", nullable: true),
                    appealed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_quarantine", x => x.vote_id);
                    table.CheckConstraint("ck_ballot_quarantine_two", "confirmed_by_id IS NULL OR (proposed_by_id IS NOT NULL AND confirmed_by_id <> proposed_by_id)");
                    table.CheckConstraint("ck_ballot_quarantine_whole", "(state IN ('Kept', 'Excluded')) = (confirmed_by_id IS NOT NULL) AND (state = 'Waiting') = (proposed_by_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_ballot_quarantine_ballot_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "ballot_vote",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_receipt_hour",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    from_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    to_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_receipt_hour", x => new { x.ballot_id, x.code });
                    table.ForeignKey(
                        name: "fk_ballot_receipt_hour_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "minutes_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    print = table.Column<string>(type: "text", nullable: true),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "prize_public_vote",
                columns: table => new
                {
                    edition_id = table.Column<string>(type: "text", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    frozen_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rule_hash = table.Column<string>(type: "text", nullable: true),
                    votes = table.Column<string>(type: "text", nullable: true),
                    ballots = table.Column<long>(type: "bigint", nullable: true),
                    result_hash = table.Column<string>(type: "text", nullable: true),
                    counted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    combined = table.Column<string>(type: "text", nullable: true),
                    combined_hash = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prize_public_vote", x => x.edition_id);
                    table.CheckConstraint("ck_prize_public_percent", "percent >= 0 AND percent <= 50");
                    table.CheckConstraint("ck_prize_public_whole", "(counted_utc IS NULL) = (votes IS NULL) AND (counted_utc IS NULL OR frozen_utc IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_prize_public_vote_prize_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "prize_edition",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_asked_ballot_id_form",
                table: "ballot_asked",
                columns: new[] { "ballot_id", "form" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_asked_ballot_id_mailbox",
                table: "ballot_asked",
                columns: new[] { "ballot_id", "mailbox" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_origin_ballot_id",
                table: "ballot_origin",
                column: "ballot_id");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_quarantine_ballot_id_state_reason",
                table: "ballot_quarantine",
                columns: new[] { "ballot_id", "state", "reason" });

            migrationBuilder.CreateIndex(
                name: "ix_minutes_line_event_id_key",
                table: "minutes_line",
                columns: new[] { "event_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prize_public_vote_ballot_id",
                table: "prize_public_vote",
                column: "ballot_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ballot_asked");

            migrationBuilder.DropTable(
                name: "ballot_hour");

            migrationBuilder.DropTable(
                name: "ballot_origin");

            migrationBuilder.DropTable(
                name: "ballot_public");

            migrationBuilder.DropTable(
                name: "ballot_quarantine");

            migrationBuilder.DropTable(
                name: "ballot_receipt_hour");

            migrationBuilder.DropTable(
                name: "minutes_line");

            migrationBuilder.DropTable(
                name: "prize_public_vote");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "ballot_batch");

            migrationBuilder.DropColumn(
                name: "weight",
                table: "ballot_batch");

            migrationBuilder.DropColumn(
                name: "electors",
                table: "ballot");

            migrationBuilder.DropColumn(
                name: "participation",
                table: "ballot");

            migrationBuilder.DropColumn(
                name: "room_code",
                table: "ballot");

            migrationBuilder.AddColumn<string>(
                name: "reviewed_by_id",
                table: "ballot_vote",
                type: "text",
                nullable: true);
        }
    }
}
