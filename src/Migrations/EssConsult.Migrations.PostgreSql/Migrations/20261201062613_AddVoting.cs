using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AddVoting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ballot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    intro = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    draft = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: true),
                    rule_hash = table.Column<string>(type: "text", nullable: true),
                    opens_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closes_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    content_item_id = table.Column<string>(type: "text", nullable: true),
                    event_id = table.Column<string>(type: "text", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    roll_salt = table.Column<string>(type: "text", nullable: true),
                    opened_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    counted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    box = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    result_hash = table.Column<string>(type: "text", nullable: true),
                    link_until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unlinked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot", x => x.id);
                    table.CheckConstraint("ck_ballot_result", "(state = 'Counted') = (result IS NOT NULL)");
                    table.CheckConstraint("ck_ballot_rule", "state = 'Draft' OR rule_hash IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "ballot_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    ballots = table.Column<long>(type: "bigint", nullable: false),
                    signed_off = table.Column<long>(type: "bigint", nullable: true),
                    difference = table.Column<string>(type: "text", nullable: true),
                    entered_by_id = table.Column<string>(type: "text", nullable: false),
                    confirmed_by_id = table.Column<string>(type: "text", nullable: true),
                    entered_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_batch", x => x.id);
                    table.CheckConstraint("ck_ballot_batch_two", "confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id");
                    table.ForeignKey(
                        name: "fk_ballot_batch_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_box",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_box", x => x.id);
                    table.ForeignKey(
                        name: "fk_ballot_box_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_key",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    officer_id = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<string>(type: "text", nullable: false),
                    checked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_key", x => new { x.ballot_id, x.position });
                    table.ForeignKey(
                        name: "fk_ballot_key_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_receipt",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_receipt", x => new { x.ballot_id, x.code });
                    table.ForeignKey(
                        name: "fk_ballot_receipt_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_roll",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    weight = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_roll", x => x.id);
                    table.CheckConstraint("ck_ballot_roll_weight", "weight > 0");
                    table.ForeignKey(
                        name: "fk_ballot_roll_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_signature",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_signature", x => new { x.ballot_id, x.voter_id });
                    table.ForeignKey(
                        name: "fk_ballot_signature_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_source",
                columns: table => new
                {
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_source", x => new { x.ballot_id, x.source });
                    table.ForeignKey(
                        name: "fk_ballot_source_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_vote",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    choice = table.Column<string>(type: "text", nullable: true),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    weight = table.Column<long>(type: "bigint", nullable: false),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    quarantine = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reviewed_by_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_vote", x => x.id);
                    table.CheckConstraint("ck_ballot_vote_content", "(channel = 'Online' AND (sealed IS NULL) <> (choice IS NULL)) OR (channel = 'Desk' AND sealed IS NULL AND choice IS NULL)");
                    table.ForeignKey(
                        name: "fk_ballot_vote_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_content_item_id",
                table: "ballot",
                column: "content_item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_state_closes_utc",
                table: "ballot",
                columns: new[] { "state", "closes_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_batch_ballot_id_name",
                table: "ballot_batch",
                columns: new[] { "ballot_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_box_ballot_id",
                table: "ballot_box",
                column: "ballot_id");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_address_key",
                table: "ballot_roll",
                column: "address_key");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_ballot_id_actor_id",
                table: "ballot_roll",
                columns: new[] { "ballot_id", "actor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_roll_ballot_id_address_key",
                table: "ballot_roll",
                columns: new[] { "ballot_id", "address_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_signature_person_id",
                table: "ballot_signature",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_source_source",
                table: "ballot_source",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_ballot_id_receipt",
                table: "ballot_vote",
                columns: new[] { "ballot_id", "receipt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_ballot_id_voter_id",
                table: "ballot_vote",
                columns: new[] { "ballot_id", "voter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_vote_person_id",
                table: "ballot_vote",
                column: "person_id",
                filter: "person_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ballot_batch");

            migrationBuilder.DropTable(
                name: "ballot_box");

            migrationBuilder.DropTable(
                name: "ballot_key");

            migrationBuilder.DropTable(
                name: "ballot_receipt");

            migrationBuilder.DropTable(
                name: "ballot_roll");

            migrationBuilder.DropTable(
                name: "ballot_signature");

            migrationBuilder.DropTable(
                name: "ballot_source");

            migrationBuilder.DropTable(
                name: "ballot_vote");

            migrationBuilder.DropTable(
                name: "ballot");
        }
    }
}
