using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Data;

public sealed class SettingsTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Keys_are_merged_and_the_memory_follows_the_commit(Database database)
    {
        var site = await sites.OnAsync(database);
        await PutAsync(site, new JsonObject { ["First"] = "un", ["Second"] = "deux" });
        await PutAsync(site, new JsonObject { ["Second"] = "2" });

        await site.CatchUpAsync();

        var settings = site.Services.GetRequiredService<SiteSettings>();
        (settings.Text("ProbeSettings", "First"), settings.Text("ProbeSettings", "Second")).ShouldBe(("un", "2"));
    }

    [Fact]
    public async Task What_is_read_is_a_copy()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        await PutAsync(site, new JsonObject { ["Copied"] = "original" });
        await site.CatchUpAsync();
        var settings = site.Services.GetRequiredService<SiteSettings>();

        settings.Get("ProbeSettings")["Copied"] = "changed";

        settings.Text("ProbeSettings", "Copied").ShouldBe("original");
    }

    private static Task PutAsync(Site site, JsonObject values) => site.InDatabaseAsync(async db =>
    {
        await SiteSettings.PutAsync(db, "ProbeSettings", values, default);
        await db.SaveChangesAsync();
    });
}
