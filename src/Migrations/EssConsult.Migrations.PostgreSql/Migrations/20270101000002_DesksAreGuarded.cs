using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.PostgreSql.Migrations;

/// <summary>
/// Written by hand: the code of a room's tables opens nothing but a poll whose frozen rule says that it is indicative, and batches change
/// between the close and the count only. A rule is canonical JSON, where a quotation mark within a text never stands alone.
/// </summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000002_DesksAreGuarded")]
public sealed class DesksAreGuarded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_room_code() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF (NEW.room_code IS NOT NULL OR NEW.rule LIKE '%"kind":"room"%') AND (NEW.rule IS NULL OR NEW.rule NOT LIKE '%"indicative":true%') THEN
                RAISE EXCEPTION 'a code of tables is for indicative polls' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ballot_room_code';
              END IF;
              RETURN NEW;
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_room_code BEFORE INSERT OR UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_room_code()");
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_batch_closed() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE found text; BEGIN
              SELECT state INTO found FROM ballot WHERE id = NEW.ballot_id FOR KEY SHARE;
              IF found IS DISTINCT FROM 'Closed' THEN
                RAISE EXCEPTION 'the ballot is not between close and count' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ballot_batch_closed';
              END IF;
              RETURN NEW;
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_batch_closed BEFORE INSERT OR UPDATE ON ballot_batch FOR EACH ROW EXECUTE FUNCTION ballot_batch_closed()");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (name, table) in new[] { ("ballot_room_code", "ballot"), ("ballot_batch_closed", "ballot_batch") })
        {
            migrationBuilder.Sql($"DROP TRIGGER {name} ON {table}");
            migrationBuilder.Sql($"DROP FUNCTION {name}()");
        }
    }
}
