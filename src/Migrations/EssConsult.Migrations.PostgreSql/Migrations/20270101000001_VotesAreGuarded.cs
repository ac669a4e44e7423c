using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.PostgreSql.Migrations;

/// <summary>
/// Written by hand: a rule that was frozen never changes, nor its list of voters, and no vote is stored unless its ballot is open. The lock on
/// the ballot lets many vote at once, and makes whoever closes it wait for them, and them for the close. A line's address may be erased.
/// </summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000001_VotesAreGuarded")]
public sealed class VotesAreGuarded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF OLD.rule IS NOT NULL AND (NEW.rule IS DISTINCT FROM OLD.rule OR NEW.rule_hash IS DISTINCT FROM OLD.rule_hash OR NEW.opens_utc IS DISTINCT FROM OLD.opens_utc OR NEW.closes_utc IS DISTINCT FROM OLD.closes_utc OR NEW.state = 'Draft') THEN
                RAISE EXCEPTION 'the rule of a ballot is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ballot_frozen';
              END IF;
              RETURN NEW;
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_frozen BEFORE UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_frozen()");
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_vote_open() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE found text; BEGIN
              SELECT state INTO found FROM ballot WHERE id = NEW.ballot_id FOR KEY SHARE;
              IF found IS DISTINCT FROM 'Open' THEN
                RAISE EXCEPTION 'the ballot is not open' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_vote_open';
              END IF;
              RETURN NEW;
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_vote_open BEFORE INSERT OR UPDATE OF sealed, choice, receipt ON ballot_vote FOR EACH ROW EXECUTE FUNCTION ballot_vote_open()");
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_roll_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE found text; BEGIN
              SELECT state INTO found FROM ballot WHERE id = COALESCE(NEW.ballot_id, OLD.ballot_id) FOR KEY SHARE;
              IF found IN ('Open', 'Closed') THEN
                RAISE EXCEPTION 'the roll of a ballot is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ballot_roll_frozen';
              END IF;
              RETURN COALESCE(NEW, OLD);
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_roll_frozen BEFORE INSERT OR DELETE OR UPDATE OF weight, actor_id, ballot_id ON ballot_roll FOR EACH ROW EXECUTE FUNCTION ballot_roll_frozen()");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (name, table) in new[] { ("ballot_frozen", "ballot"), ("ballot_vote_open", "ballot_vote"), ("ballot_roll_frozen", "ballot_roll") })
        {
            migrationBuilder.Sql($"DROP TRIGGER {name} ON {table}");
            migrationBuilder.Sql($"DROP FUNCTION {name}()");
        }
    }
}
