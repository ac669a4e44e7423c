using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>Written by hand: the database itself refuses to change or remove an act or a seal. A detail may be erased, not changed.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20270101000000_AuditIsInsertOnly")]
public sealed class AuditIsInsertOnly : Migration
{
    private static readonly (string Table, string Verb)[] Refused =
        [("audit_row", "update"), ("audit_row", "delete"), ("audit_seal", "update"), ("audit_seal", "delete"), ("audit_detail", "update")];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, verb) in Refused)
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END");
        }

        // INSERT OR REPLACE deletes without waking the trigger above.
        migrationBuilder.Sql("CREATE TRIGGER audit_row_no_replace BEFORE INSERT ON audit_row WHEN EXISTS (SELECT 1 FROM audit_row WHERE position = NEW.position OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'audit_row is insert-only'); END");
        migrationBuilder.Sql("CREATE TRIGGER audit_seal_no_replace BEFORE INSERT ON audit_seal WHEN EXISTS (SELECT 1 FROM audit_seal WHERE number = NEW.number OR row_position = NEW.row_position) BEGIN SELECT RAISE(ABORT, 'audit_seal is insert-only'); END");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, verb) in Refused)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_no_{verb}");
        }

        migrationBuilder.Sql("DROP TRIGGER audit_row_no_replace");
        migrationBuilder.Sql("DROP TRIGGER audit_seal_no_replace");
    }
}
