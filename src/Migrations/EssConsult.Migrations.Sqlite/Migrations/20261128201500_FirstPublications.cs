using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>What is discussed already has been published before.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20261128201500_FirstPublications")]
public sealed class FirstPublications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>(name: "begun", table: "discussion_counts", type: "INTEGER", nullable: false, defaultValue: false);
        migrationBuilder.Sql("UPDATE discussion_counts SET begun = TRUE");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn(name: "begun", table: "discussion_counts");
}
