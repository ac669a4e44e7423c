using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>
/// Written by hand: the code of a room's tables opens nothing but a poll whose frozen rule says that it is indicative, and batches change
/// between the close and the count only. A rule is canonical JSON, where a quotation mark within a text never stands alone.
/// </summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000002_DesksAreGuarded")]
public sealed class DesksAreGuarded : Migration
{
    private static readonly string[] Triggers = ["ballot_room_code_insert", "ballot_room_code_update", "ballot_batch_closed_insert", "ballot_batch_closed_update"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var verb in new[] { "insert", "update" })
        {
            migrationBuilder.Sql($"CREATE TRIGGER ballot_room_code_{verb} BEFORE {verb} ON ballot WHEN (NEW.room_code IS NOT NULL OR NEW.rule LIKE '%\"kind\":\"room\"%') AND (NEW.rule IS NULL OR NEW.rule NOT LIKE '%\"indicative\":true%') BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_ballot_room_code'); END");
            migrationBuilder.Sql($"CREATE TRIGGER ballot_batch_closed_{verb} BEFORE {verb} ON ballot_batch WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE id = NEW.ballot_id AND state = 'Closed') BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_ballot_batch_closed'); END");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers)
        {
            migrationBuilder.Sql($"DROP TRIGGER {trigger}");
        }
    }
}
