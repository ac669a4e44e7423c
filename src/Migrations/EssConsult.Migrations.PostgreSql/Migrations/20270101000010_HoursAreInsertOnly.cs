using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.PostgreSql.Migrations;

/// <summary>Written by hand: what the box of a vote held at an hour is written once. It goes only with its whole vote.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000010_HoursAreInsertOnly")]
public sealed class HoursAreInsertOnly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION ballot_hour_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM ballot WHERE id = OLD.ballot_id) THEN
                RAISE EXCEPTION 'ballot_hour is insert-only';
              END IF;
              RETURN OLD;
            END $$
            """);
        migrationBuilder.Sql("CREATE TRIGGER ballot_hour_kept BEFORE UPDATE OR DELETE ON ballot_hour FOR EACH ROW EXECUTE FUNCTION ballot_hour_kept()");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER ballot_hour_kept ON ballot_hour");
        migrationBuilder.Sql("DROP FUNCTION ballot_hour_kept()");
    }
}
