using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace EssConsult.Migrations.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    external_key = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sector_id = table.Column<string>(type: "TEXT", nullable: true),
                    siren = table.Column<string>(type: "TEXT", nullable: true),
                    siret = table.Column<string>(type: "TEXT", nullable: true),
                    rna = table.Column<string>(type: "TEXT", nullable: true),
                    street = table.Column<string>(type: "TEXT", nullable: true),
                    postcode = table.Column<string>(type: "TEXT", nullable: true),
                    commune = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    position_doubt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    logo = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    proposed_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    archived_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actor_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    as_proposals = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    updated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    flagged_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answer_objective",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    objective_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_objective", x => new { x.content_item_id, x.objective_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_detail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_detail", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_row",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    commitment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_row", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "audit_seal",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    row_position = table.Column<long>(type: "INTEGER", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seal", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    root_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    reply_number = table.Column<int>(type: "INTEGER", nullable: false),
                    replies = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    alignment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    edited_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    motive = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    explanation = table.Column<string>(type: "TEXT", nullable: true),
                    hidden_by = table.Column<string>(type: "TEXT", nullable: true),
                    awaits_review_since_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    open_reports = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comment_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    keeper = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    alignment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comment_version",
                columns: table => new
                {
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    alignment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    written_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_version", x => new { x.comment_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "contact_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handled_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content",
                columns: table => new
                {
                    content_item_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    display_text = table.Column<string>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", nullable: true),
                    list_content_item_id = table.Column<string>(type: "TEXT", nullable: true),
                    list_order = table.Column<double>(type: "REAL", nullable: false),
                    latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    latest_key = table.Column<string>(type: "TEXT", nullable: true),
                    published_key = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content", x => x.content_item_version_id);
                });

            migrationBuilder.CreateTable(
                name: "content_definition",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_definition", x => new { x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "content_path",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    contained_item_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_path", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_term",
                columns: table => new
                {
                    term_content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_term", x => new { x.term_content_item_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "contribution",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    phase_id = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<string>(type: "TEXT", nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    browser_key = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sector_id = table.Column<string>(type: "TEXT", nullable: true),
                    territory_id = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    extract = table.Column<string>(type: "TEXT", nullable: false),
                    words_key = table.Column<string>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", nullable: true),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    random_key = table.Column<int>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submitted_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    motive = table.Column<string>(type: "TEXT", nullable: true),
                    motive_note = table.Column<string>(type: "TEXT", nullable: true),
                    answer_state = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discussion_counts",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    comments = table.Column<int>(type: "INTEGER", nullable: false),
                    supports = table.Column<int>(type: "INTEGER", nullable: false),
                    follows = table.Column<int>(type: "INTEGER", nullable: false),
                    open_reports = table.Column<int>(type: "INTEGER", nullable: false),
                    threads_for = table.Column<int>(type: "INTEGER", nullable: false),
                    threads_neutral = table.Column<int>(type: "INTEGER", nullable: false),
                    threads_against = table.Column<int>(type: "INTEGER", nullable: false),
                    last_activity_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion_counts", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "feature",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    since_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: false),
                    until_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "mail_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    template = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    html = table.Column<string>(type: "TEXT", nullable: true),
                    unsubscribe_url = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    queued_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_after_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    alternative_text = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    in_library = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "media_use",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_use", x => new { x.path, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    by_id = table.Column<string>(type: "TEXT", nullable: true),
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sentence = table.Column<string>(type: "TEXT", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "news_reader",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    seen_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    digested_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mail_off = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_reader", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    xid = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0L),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "outbox_cursor",
                columns: table => new
                {
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    xid = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_cursor", x => x.handler);
                });

            migrationBuilder.CreateTable(
                name: "outbox_parked",
                columns: table => new
                {
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_parked", x => new { x.handler, x.position });
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    search_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    age_confirmed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    disabled_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    badge = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_persona = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recipe_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    started_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recipe_upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    uploaded_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_upload", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target_id = table.Column<string>(type: "TEXT", nullable: false),
                    motive = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    reporter_id = table.Column<string>(type: "TEXT", nullable: true),
                    browser_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    permissions_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    link_hash = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    browser_key = table.Column<string>(type: "TEXT", nullable: true),
                    return_to = table.Column<string>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    failed_attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    verified_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    used_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "site_template",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_template", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "subscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    address_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscription_news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_news", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    given_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support", x => new { x.content_item_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "actor_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: true),
                    requested_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<string>(type: "TEXT", nullable: true)
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
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    remarks_json = table.Column<string>(type: "TEXT", nullable: true)
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
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "person_role",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_role", x => new { x.person_id, x.role });
                    table.ForeignKey(
                        name: "fk_person_role_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_role_role_role",
                        column: x => x.role,
                        principalTable: "role",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subscription_topic",
                columns: table => new
                {
                    subscription_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    since_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_topic", x => new { x.subscription_id, x.process_id });
                    table.ForeignKey(
                        name: "fk_subscription_topic_subscription_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscription",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "role",
                columns: new[] { "name", "description", "permissions_json" },
                values: new object[,]
                {
                    { "Administrator", "Administration : tous les droits.", "[]" },
                    { "Anonymous", "Toute personne qui lit le site.", "[]" },
                    { "Authenticated", "Toute personne identifiée.", "[]" }
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
                name: "ix_answer_content_item_id",
                table: "answer",
                column: "content_item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answer_published_utc",
                table: "answer",
                column: "published_utc");

            migrationBuilder.CreateIndex(
                name: "ix_answer_objective_objective_id",
                table: "answer_objective",
                column: "objective_id");

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
                name: "ix_audit_seal_row_position",
                table: "audit_seal",
                column: "row_position",
                unique: true);

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
                name: "ix_contact_message_sent_utc",
                table: "contact_message",
                column: "sent_utc");

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
                name: "ix_content_term_content_item_id",
                table: "content_term",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_actor_id_state_published_utc",
                table: "contribution",
                columns: new[] { "actor_id", "state", "published_utc" },
                filter: "actor_id IS NOT NULL");

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
                name: "ix_mail_message_person_id",
                table: "mail_message",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_message_recipient_sent_utc",
                table: "mail_message",
                columns: new[] { "recipient", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_mail_message_state_due_utc",
                table: "mail_message",
                columns: new[] { "state", "due_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_media_hash",
                table: "media",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_media_in_library_created_utc",
                table: "media",
                columns: new[] { "in_library", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_media_use_content_item_id",
                table: "media_use",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_at_utc",
                table: "news",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_news_comment_id",
                table: "news",
                column: "comment_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_content_item_id_at_utc",
                table: "news",
                columns: new[] { "content_item_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_news_person_id_at_utc",
                table: "news",
                columns: new[] { "person_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_at_utc",
                table: "outbox",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_xid_position",
                table: "outbox",
                columns: new[] { "xid", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_person_display_name",
                table: "person",
                column: "display_name");

            migrationBuilder.CreateIndex(
                name: "ix_person_email_confirmed_created_utc",
                table: "person",
                columns: new[] { "email_confirmed", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_person_normalized_email",
                table: "person",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_normalized_user_name",
                table: "person",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_role_role",
                table: "person_role",
                column: "role");

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
                name: "ix_sign_in_request_created_utc",
                table: "sign_in_request",
                column: "created_utc");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_request_link_hash",
                table: "sign_in_request",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_request_normalized_email_created_utc",
                table: "sign_in_request",
                columns: new[] { "normalized_email", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_request_secret_hash",
                table: "sign_in_request",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscription_address_key",
                table: "subscription",
                column: "address_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscription_confirmed_utc",
                table: "subscription",
                column: "confirmed_utc");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_news_kind_subject_id",
                table: "subscription_news",
                columns: new[] { "kind", "subject_id" },
                unique: true,
                filter: "kind <> 'Answered'");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_news_process_id_at_utc",
                table: "subscription_news",
                columns: new[] { "process_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_topic_process_id",
                table: "subscription_topic",
                column: "process_id");

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
                name: "answer");

            migrationBuilder.DropTable(
                name: "answer_objective");

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
                name: "contact_message");

            migrationBuilder.DropTable(
                name: "content");

            migrationBuilder.DropTable(
                name: "content_definition");

            migrationBuilder.DropTable(
                name: "content_path");

            migrationBuilder.DropTable(
                name: "content_term");

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
                name: "installation");

            migrationBuilder.DropTable(
                name: "lease");

            migrationBuilder.DropTable(
                name: "mail_message");

            migrationBuilder.DropTable(
                name: "media");

            migrationBuilder.DropTable(
                name: "media_use");

            migrationBuilder.DropTable(
                name: "news");

            migrationBuilder.DropTable(
                name: "news_reader");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_cursor");

            migrationBuilder.DropTable(
                name: "outbox_parked");

            migrationBuilder.DropTable(
                name: "person_role");

            migrationBuilder.DropTable(
                name: "recipe_run_step");

            migrationBuilder.DropTable(
                name: "recipe_upload");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in_request");

            migrationBuilder.DropTable(
                name: "site_template");

            migrationBuilder.DropTable(
                name: "subscription_news");

            migrationBuilder.DropTable(
                name: "subscription_topic");

            migrationBuilder.DropTable(
                name: "support");

            migrationBuilder.DropTable(
                name: "actor_import");

            migrationBuilder.DropTable(
                name: "actor");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "role");

            migrationBuilder.DropTable(
                name: "recipe_run");

            migrationBuilder.DropTable(
                name: "subscription");
        }
    }
}
