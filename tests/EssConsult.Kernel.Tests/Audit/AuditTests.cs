using EssConsult.Kernel.Audit;
using EssConsult.Kernel.Data;
using EssConsult.Ledger;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Audit;

public sealed class AuditTests
{
    [Theory, OnBothDatabases]
    public async Task An_untouched_chain_verifies(Database database)
    {
        await using var site = await SealedAsync(database);

        var (code, output) = await site.CommandAsync("audit verify");

        code.ShouldBe(0, output);
        output.ShouldContain("Chaîne intacte : 5 actes scellés, 0 détails effacés, 0 en attente.");
    }

    [Theory, OnBothDatabases]
    public async Task An_act_that_waits_for_its_seal_is_counted_and_sealed_next(Database database)
    {
        await using var site = await SealedAsync(database);
        await ActAsync(site, "late");

        (await site.CommandAsync("audit verify")).Output.ShouldContain("5 actes scellés, 0 détails effacés, 1 en attente");
        await site.RunJobAsync("audit-sealer");
        (await site.CommandAsync("audit verify")).Output.ShouldContain("6 actes scellés, 0 détails effacés, 0 en attente");
    }

    [Theory, OnBothDatabases]
    public async Task After_an_erasure_the_chain_still_verifies(Database database)
    {
        await using var site = await SealedAsync(database);

        await site.ExecuteAsync("DELETE FROM audit_detail WHERE id IN (SELECT id FROM audit_row WHERE subject = 'second')");

        var (code, output) = await site.CommandAsync("audit verify");
        code.ShouldBe(0, output);
        output.ShouldContain("1 détails effacés");
    }

    [Theory]
    [OnBothDatabases("UPDATE audit_row SET actor_id = 'somebody else' WHERE subject = 'third'", "altérée")]
    [OnBothDatabases("UPDATE audit_detail SET detail = '\"other\"' WHERE id IN (SELECT id FROM audit_row WHERE subject = 'third')", "altérée")]
    [OnBothDatabases("DELETE FROM audit_row WHERE subject = 'third'", "absente")]
    [OnBothDatabases("DELETE FROM audit_seal WHERE number = 3", "altérée")]
    [OnBothDatabases("UPDATE audit_row SET position = -1 WHERE subject = 'third'; UPDATE audit_row SET position = position + 1 WHERE subject = 'second'; UPDATE audit_row SET position = (SELECT position - 1 FROM audit_row WHERE subject = 'second') WHERE subject = 'third'", "altérée")]
    public async Task Somebody_with_the_keys_of_the_database_who_changes_removes_or_moves_an_act_is_found_out(Database database, string tampering, string found)
    {
        await using var site = await SealedAsync(database);
        await DropGuardsAsync(site);
        (await site.ExecuteAsync(tampering)).ShouldBeGreaterThan(0);

        var (code, output) = await site.CommandAsync("audit verify");

        code.ShouldBe(1, output);
        output.ShouldContain(found);
    }

    [Theory]
    [OnBothDatabases("UPDATE audit_row SET actor_id = 'somebody else'")]
    [OnBothDatabases("DELETE FROM audit_row")]
    [OnBothDatabases("UPDATE audit_seal SET link = 'x'")]
    [OnBothDatabases("DELETE FROM audit_seal")]
    [OnBothDatabases("UPDATE audit_detail SET detail = 'x'")]
    public async Task The_database_itself_refuses_to_change_or_remove_an_act(Database database, string statement)
    {
        await using var site = await SealedAsync(database);

        var refused = await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync(statement));

        refused.Message.ShouldContain("is insert-only");
    }

    [Fact]
    public async Task SQLite_refuses_to_replace_an_act()
    {
        await using var site = await SealedAsync(Database.Sqlite);

        var refused = await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync(
            "INSERT OR REPLACE INTO audit_row SELECT position, id, at_utc, act, subject, 'somebody else', commitment FROM audit_row WHERE subject = 'third'"));

        refused.Message.ShouldContain("is insert-only");
    }

    [Fact]
    public async Task PostgreSQL_refuses_to_empty_the_table()
    {
        await using var site = await SealedAsync(Database.PostgreSql);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync("TRUNCATE audit_row"));
    }

    [Theory, OnBothDatabases]
    public async Task A_row_holds_no_detail_only_its_commitment(Database database)
    {
        await using var site = await SealedAsync(database);

        var row = await site.InDatabaseAsync(db => db.Set<AuditRow>().SingleAsync(act => act.Subject == "first"));
        var detail = await site.InDatabaseAsync(db => db.Set<AuditDetail>().SingleAsync(kept => kept.Id == row.Id));

        row.Commitment.ShouldBe(HashChain.Commit(detail.Salt, detail.Detail));
        detail.Detail.ShouldContain("said of first");
    }

    private static async Task<Site> SealedAsync(Database database)
    {
        var site = await Site.StartAsync(database);
        await site.InDatabaseAsync(db => db.Set<AuditRow>().CountAsync());
        foreach (var subject in (string[])["first", "second", "third", "fourth", "fifth"])
        {
            await ActAsync(site, subject);
        }

        await site.RunJobAsync("audit-sealer");
        return site;
    }

    private static Task ActAsync(Site site, string subject) => site.InDatabaseAsync(async db =>
    {
        db.Audit(new AuditEntry("probe.decide", subject, "actor-1", new { Text = $"said of {subject}" }));
        await db.SaveChangesAsync();
    });

    private static async Task DropGuardsAsync(Site site)
    {
        var triggers = await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>(site.Database == Database.Sqlite
            ? "SELECT 'DROP TRIGGER ' || name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT 'DROP TRIGGER ' || tgname || ' ON ' || tgrelid::regclass AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal").ToListAsync());
        foreach (var drop in triggers)
        {
            await site.ExecuteAsync(drop);
        }
    }
}
