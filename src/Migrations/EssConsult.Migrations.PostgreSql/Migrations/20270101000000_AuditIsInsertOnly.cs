using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.PostgreSql.Migrations;

/// <summary>Written by hand: the database itself refuses to change or remove an act or a seal. A detail may be erased, not changed.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000000_AuditIsInsertOnly")]
public sealed class AuditIsInsertOnly : Migration
{
    private static readonly (string Table, string Verbs)[] Refused =
        [("audit_row", "UPDATE OR DELETE"), ("audit_seal", "UPDATE OR DELETE"), ("audit_detail", "UPDATE")];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$");
        foreach (var (table, verbs) in Refused)
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_change BEFORE {verbs} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()");
        }

        migrationBuilder.Sql("CREATE TRIGGER audit_row_no_truncate BEFORE TRUNCATE ON audit_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");
        migrationBuilder.Sql("CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, _) in Refused)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_no_change ON {table}");
        }

        migrationBuilder.Sql("DROP TRIGGER audit_row_no_truncate ON audit_row");
        migrationBuilder.Sql("DROP TRIGGER audit_seal_no_truncate ON audit_seal");
        migrationBuilder.Sql("DROP FUNCTION refuse_change()");
    }
}
