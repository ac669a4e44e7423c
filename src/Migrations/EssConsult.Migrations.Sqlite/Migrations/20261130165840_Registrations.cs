using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Registrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "calendar",
                table: "mail_message",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_method",
                table: "mail_message",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    slot = table.Column<string>(type: "TEXT", nullable: true),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    takes_registrations = table.Column<bool>(type: "INTEGER", nullable: false),
                    opens_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closes_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    access = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs_approval = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_waiting_list = table.Column<bool>(type: "INTEGER", nullable: false),
                    releases_silent_seats = table.Column<bool>(type: "INTEGER", nullable: false),
                    most_guests = table.Column<int>(type: "INTEGER", nullable: false),
                    asks_needs = table.Column<bool>(type: "INTEGER", nullable: false),
                    questions_type = table.Column<string>(type: "TEXT", nullable: true),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "event_seats",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    arrivals = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_seats", x => x.event_id);
                    table.CheckConstraint("ck_event_seats_positive", "taken >= 0 AND taken_reserved >= 0 AND reserved >= 0");
                    table.CheckConstraint("ck_event_seats_reserved", "taken_reserved <= reserved");
                    table.CheckConstraint("ck_event_seats_taken", "capacity IS NULL OR taken <= capacity - reserved");
                    table.ForeignKey(
                        name: "fk_event_seats_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pool = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    arrival = table.Column<long>(type: "INTEGER", nullable: false),
                    form_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    within_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    slot = table.Column<string>(type: "TEXT", nullable: true),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seated_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hold_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    asked_again_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    coming_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    practised_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    link_sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_state = table.Column<string>(type: "TEXT", nullable: true),
                    told_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    live_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    slot_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration", x => x.id);
                    table.ForeignKey(
                        name: "fk_registration_event_event_id",
                        column: x => x.event_id,
                        principalTable: "event",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendee", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendee_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendee_need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendee_need", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendee_need_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attendee_event_id",
                table: "attendee",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendee_registration_id_position",
                table: "attendee",
                columns: new[] { "registration_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attendee_need_event_id_kind",
                table: "attendee_need",
                columns: new[] { "event_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_attendee_need_registration_id",
                table: "attendee_need",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_parent_id",
                table: "event",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_published_starts_utc",
                table: "event",
                columns: new[] { "published", "starts_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_email_key",
                table: "registration",
                column: "email_key",
                filter: "email_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registration_event_id_arrival",
                table: "registration",
                columns: new[] { "event_id", "arrival" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_event_id_state_arrival",
                table: "registration",
                columns: new[] { "event_id", "state", "arrival" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_form_key",
                table: "registration",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_hold_until_utc",
                table: "registration",
                column: "hold_until_utc",
                filter: "hold_until_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registration_live_key",
                table: "registration",
                column: "live_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_person_id",
                table: "registration",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registration_slot_key",
                table: "registration",
                column: "slot_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_within_id",
                table: "registration",
                column: "within_id",
                filter: "within_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendee");

            migrationBuilder.DropTable(
                name: "attendee_need");

            migrationBuilder.DropTable(
                name: "event_seats");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropColumn(
                name: "calendar",
                table: "mail_message");

            migrationBuilder.DropColumn(
                name: "calendar_method",
                table: "mail_message");
        }
    }
}
