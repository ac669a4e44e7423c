using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EssConsult.Migrations.Sqlite.Migrations;

/// <summary>News of before say in words what their kind implied, and where they lead.</summary>
[DbContext(typeof(SiteDb))]
[Migration("20261129215600_NewsFacts")]
public sealed class NewsFacts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "fact", table: "news", type: "TEXT", maxLength: 64, nullable: true);
        migrationBuilder.AddColumn<string>(name: "path", table: "news", type: "TEXT", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE news SET fact = 'comment:' || lower(replace(comment_id, '-', '')), path = '/commentaires/' || lower(comment_id) WHERE comment_id IS NOT NULL;
            UPDATE news SET sentence = CASE kind
              WHEN 'Comment' THEN '{1} a commenté « {0} ».'
              WHEN 'Reply' THEN '{1} a répondu à votre commentaire sur « {0} ».'
              WHEN 'Hidden' THEN 'Votre commentaire sur « {0} » a été retiré.'
              ELSE '{0}' END WHERE sentence IS NULL;
            UPDATE news SET kind = CASE kind WHEN 'Comment' THEN 'comment' WHEN 'Reply' THEN 'reply' WHEN 'Hidden' THEN 'comment-removed' ELSE 'answer' END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(name: "fact", table: "news");
        migrationBuilder.DropColumn(name: "path", table: "news");
    }
}
