using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>
/// Written by hand: a rule that was frozen never changes, nor its list of voters, and no vote is stored unless its ballot is open. There is
/// one writer at a time, so that a vote comes before the close or after it. A line's address may be erased.
/// </summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000001_VotesAreGuarded")]
public sealed class VotesAreGuarded : Migration
{
    private static readonly string[] Triggers = ["ballot_frozen", "ballot_vote_open_insert", "ballot_vote_open_update", "ballot_roll_frozen_insert", "ballot_roll_frozen_delete", "ballot_roll_frozen_update"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string IsOpen = "EXISTS (SELECT 1 FROM ballot WHERE id = NEW.ballot_id AND state = 'Open')";
        migrationBuilder.Sql("CREATE TRIGGER ballot_frozen BEFORE UPDATE ON ballot WHEN OLD.rule IS NOT NULL AND (NEW.rule IS NOT OLD.rule OR NEW.rule_hash IS NOT OLD.rule_hash OR NEW.opens_utc IS NOT OLD.opens_utc OR NEW.closes_utc IS NOT OLD.closes_utc OR NEW.state = 'Draft') BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_ballot_frozen'); END");
        migrationBuilder.Sql($"CREATE TRIGGER ballot_vote_open_insert BEFORE INSERT ON ballot_vote WHEN NOT {IsOpen} BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_vote_open'); END");
        migrationBuilder.Sql($"CREATE TRIGGER ballot_vote_open_update BEFORE UPDATE OF sealed, choice, receipt ON ballot_vote WHEN NOT {IsOpen} BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_vote_open'); END");
        foreach (var (verb, row, of) in new[] { ("insert", "NEW", ""), ("delete", "OLD", ""), ("update", "OLD", " OF weight, actor_id, ballot_id") })
        {
            migrationBuilder.Sql($"CREATE TRIGGER ballot_roll_frozen_{verb} BEFORE {verb}{of} ON ballot_roll WHEN EXISTS (SELECT 1 FROM ballot WHERE id = {row}.ballot_id AND state IN ('Open', 'Closed')) BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ck_ballot_roll_frozen'); END");
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
