using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EssConsult.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "actor",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    external_key = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    family = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sector_id = table.Column<string>(type: "text", nullable: true),
                    siren = table.Column<string>(type: "text", nullable: true),
                    siret = table.Column<string>(type: "text", nullable: true),
                    rna = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    postcode = table.Column<string>(type: "text", nullable: true),
                    commune = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    position_doubt = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    logo = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    proposed_by_id = table.Column<string>(type: "text", nullable: true),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    archived_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actor_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    by_id = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    as_proposals = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    repeated = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    flagged_lines = table.Column<int>(type: "integer", nullable: false),
                    left_out = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_detail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_detail", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_row",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    commitment = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_row", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "audit_seal",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    sealed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seal", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    reply_number = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alignment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    edited_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    motive = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    explanation = table.Column<string>(type: "text", nullable: true),
                    hidden_by = table.Column<string>(type: "text", nullable: true),
                    awaits_review_since_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    open_reports = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comment_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    keeper = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alignment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comment_version",
                columns: table => new
                {
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    alignment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_version", x => new { x.comment_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "content",
                columns: table => new
                {
                    content_item_version_id = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    display_text = table.Column<string>(type: "text", nullable: true),
                    path = table.Column<string>(type: "text", nullable: true),
                    list_content_item_id = table.Column<string>(type: "text", nullable: true),
                    list_order = table.Column<double>(type: "double precision", nullable: false),
                    latest = table.Column<bool>(type: "boolean", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: true),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    latest_key = table.Column<string>(type: "text", nullable: true),
                    published_key = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content", x => x.content_item_version_id);
                });

            migrationBuilder.CreateTable(
                name: "content_definition",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_definition", x => new { x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "content_path",
                columns: table => new
                {
                    path = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_path", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "contribution",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    process_id = table.Column<string>(type: "text", nullable: false),
                    phase_id = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<string>(type: "text", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    browser_key = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sector_id = table.Column<string>(type: "text", nullable: true),
                    territory_id = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    extract = table.Column<string>(type: "text", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    random_key = table.Column<int>(type: "integer", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submitted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    motive = table.Column<string>(type: "text", nullable: true),
                    motive_note = table.Column<string>(type: "text", nullable: true),
                    answer_state = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discussion_counts",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    comments = table.Column<int>(type: "integer", nullable: false),
                    supports = table.Column<int>(type: "integer", nullable: false),
                    follows = table.Column<int>(type: "integer", nullable: false),
                    open_reports = table.Column<int>(type: "integer", nullable: false),
                    threads_for = table.Column<int>(type: "integer", nullable: false),
                    threads_neutral = table.Column<int>(type: "integer", nullable: false),
                    threads_against = table.Column<int>(type: "integer", nullable: false),
                    last_activity_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion_counts", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "feature",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    since_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xid = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::text)::bigint"),
                    type = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "outbox_cursor",
                columns: table => new
                {
                    handler = table.Column<string>(type: "text", nullable: false),
                    xid = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_cursor", x => x.handler);
                });

            migrationBuilder.CreateTable(
                name: "outbox_parked",
                columns: table => new
                {
                    handler = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_parked", x => new { x.handler, x.position });
                });

            migrationBuilder.CreateTable(
                name: "recipe_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    started_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    target_id = table.Column<string>(type: "text", nullable: false),
                    motive = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    reporter_id = table.Column<string>(type: "text", nullable: true),
                    browser_hash = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "support",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    given_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support", x => new { x.content_item_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "actor_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message = table.Column<string>(type: "text", nullable: true),
                    requested_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_member", x => x.id);
                    table.ForeignKey(
                        name: "fk_actor_member_actor_actor_id",
                        column: x => x.actor_id,
                        principalTable: "actor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "actor_import_line",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remarks_json = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_import_line", x => new { x.import_id, x.rank });
                    table.ForeignKey(
                        name: "fk_actor_import_line_actor_import_import_id",
                        column: x => x.import_id,
                        principalTable: "actor_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recipe_run_step",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sentence = table.Column<string>(type: "text", nullable: false),
                    values = table.Column<string[]>(type: "text[]", nullable: false),
                    milliseconds = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_run_step", x => new { x.run_id, x.position });
                    table.ForeignKey(
                        name: "fk_recipe_run_step_recipe_run_run_id",
                        column: x => x.run_id,
                        principalTable: "recipe_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actor_external_key",
                table: "actor",
                column: "external_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actor_name_key",
                table: "actor",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_actor_rna",
                table: "actor",
                column: "rna");

            migrationBuilder.CreateIndex(
                name: "ix_actor_siret",
                table: "actor",
                column: "siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actor_slug",
                table: "actor",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actor_state_commune",
                table: "actor",
                columns: new[] { "state", "commune" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_state_family",
                table: "actor",
                columns: new[] { "state", "family" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_state_name_key_id",
                table: "actor",
                columns: new[] { "state", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_state_sector_id",
                table: "actor",
                columns: new[] { "state", "sector_id" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_import_line_import_id_outcome_rank",
                table: "actor_import_line",
                columns: new[] { "import_id", "outcome", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_member_actor_id_person_id",
                table: "actor_member",
                columns: new[] { "actor_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actor_member_person_id_state",
                table: "actor_member",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_row_id",
                table: "audit_row",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_row_subject",
                table: "audit_row",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_comment_author_id",
                table: "comment",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_comment_awaits_review_since_utc",
                table: "comment",
                column: "awaits_review_since_utc",
                filter: "awaits_review_since_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_comment_content_item_id_alignment_created_utc",
                table: "comment",
                columns: new[] { "content_item_id", "alignment", "created_utc" },
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_comment_content_item_id_created_utc",
                table: "comment",
                columns: new[] { "content_item_id", "created_utc" },
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_comment_content_item_id_path",
                table: "comment",
                columns: new[] { "content_item_id", "path" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_root_id_reply_number",
                table: "comment",
                columns: new[] { "root_id", "reply_number" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_draft_keeper_content_item_id",
                table: "comment_draft",
                columns: new[] { "keeper", "content_item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_draft_saved_utc",
                table: "comment_draft",
                column: "saved_utc");

            migrationBuilder.CreateIndex(
                name: "ix_content_content_item_id_latest",
                table: "content",
                columns: new[] { "content_item_id", "latest" });

            migrationBuilder.CreateIndex(
                name: "ix_content_content_type_published_published_utc",
                table: "content",
                columns: new[] { "content_type", "published", "published_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_content_latest_key",
                table: "content",
                column: "latest_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_content_list_content_item_id",
                table: "content",
                column: "list_content_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_content_owner",
                table: "content",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_content_published_key",
                table: "content",
                column: "published_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_content_path_content_item_id",
                table: "content_path",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_author_id_state",
                table: "contribution",
                columns: new[] { "author_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_browser_key",
                table: "contribution",
                column: "browser_key");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_path",
                table: "contribution",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_process_id_state",
                table: "contribution",
                columns: new[] { "process_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_state_published_utc",
                table: "contribution",
                columns: new[] { "state", "published_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_discussion_counts_comments",
                table: "discussion_counts",
                column: "comments");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_counts_open_reports",
                table: "discussion_counts",
                column: "open_reports",
                filter: "open_reports > 0");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_counts_supports",
                table: "discussion_counts",
                column: "supports");

            migrationBuilder.CreateIndex(
                name: "ix_follow_content_item_id",
                table: "follow",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_at_utc",
                table: "outbox",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_xid_position",
                table: "outbox",
                columns: new[] { "xid", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_recipe_run_started_utc",
                table: "recipe_run",
                column: "started_utc");

            migrationBuilder.CreateIndex(
                name: "ix_report_comment_id_state",
                table: "report",
                columns: new[] { "comment_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_report_content_item_id_state",
                table: "report",
                columns: new[] { "content_item_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_report_target_id_browser_hash",
                table: "report",
                columns: new[] { "target_id", "browser_hash" },
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_support_person_id",
                table: "support",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actor_import_line");

            migrationBuilder.DropTable(
                name: "actor_member");

            migrationBuilder.DropTable(
                name: "audit_detail");

            migrationBuilder.DropTable(
                name: "audit_row");

            migrationBuilder.DropTable(
                name: "audit_seal");

            migrationBuilder.DropTable(
                name: "comment");

            migrationBuilder.DropTable(
                name: "comment_draft");

            migrationBuilder.DropTable(
                name: "comment_version");

            migrationBuilder.DropTable(
                name: "content");

            migrationBuilder.DropTable(
                name: "content_definition");

            migrationBuilder.DropTable(
                name: "content_path");

            migrationBuilder.DropTable(
                name: "contribution");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "discussion_counts");

            migrationBuilder.DropTable(
                name: "feature");

            migrationBuilder.DropTable(
                name: "follow");

            migrationBuilder.DropTable(
                name: "lease");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_cursor");

            migrationBuilder.DropTable(
                name: "outbox_parked");

            migrationBuilder.DropTable(
                name: "recipe_run_step");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "support");

            migrationBuilder.DropTable(
                name: "actor_import");

            migrationBuilder.DropTable(
                name: "actor");

            migrationBuilder.DropTable(
                name: "recipe_run");
        }
    }
}
