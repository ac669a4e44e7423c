using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>Written by hand: what the box of a vote held at an hour is written once. It goes only with its whole vote.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000010_HoursAreInsertOnly")]
public sealed class HoursAreInsertOnly : Migration
{
    private static readonly string[] Triggers = ["ballot_hour_no_update", "ballot_hour_no_delete", "ballot_hour_no_replace"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string Refused = "BEGIN SELECT RAISE(ABORT, 'ballot_hour is insert-only'); END";
        migrationBuilder.Sql($"CREATE TRIGGER ballot_hour_no_update BEFORE UPDATE ON ballot_hour {Refused}");
        migrationBuilder.Sql($"CREATE TRIGGER ballot_hour_no_delete BEFORE DELETE ON ballot_hour WHEN EXISTS (SELECT 1 FROM ballot WHERE id = OLD.ballot_id) {Refused}");

        // INSERT OR REPLACE deletes without waking the trigger above.
        migrationBuilder.Sql($"CREATE TRIGGER ballot_hour_no_replace BEFORE INSERT ON ballot_hour WHEN EXISTS (SELECT 1 FROM ballot_hour WHERE ballot_id = NEW.ballot_id AND hour_utc = NEW.hour_utc) {Refused}");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in Triggers)
        {
            migrationBuilder.Sql($"DROP TRIGGER {trigger}");
        }
    }
}
