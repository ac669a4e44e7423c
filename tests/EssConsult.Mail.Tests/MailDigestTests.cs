using EssConsult.Kernel.Data;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Themes;
using EssConsult.Mail.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Mail.Tests;

public sealed class MailDigestTests
{
    [Theory, OnBothDatabases]
    public async Task A_summary_shows_the_fifty_newest_and_says_how_many_more_there_are(Database database)
    {
        await using var site = await Site.StartAsync(database);
        for (var number = 1; number <= 53; number++)
        {
            await site.QueueAsync("un@exemple.fr", message => message with { State = MailState.ForDigest, Text = $"Nouvelle {number}." });
        }

        await site.RunJobAsync("mail-digest");

        var text = (await DigestsAsync(site)).ShouldHaveSingleItem().Text!;
        text.ShouldSatisfyAllConditions(
            all => all.ShouldContain("les 53 nouvelles"), all => all.ShouldNotContain("Nouvelle 3."), all => all.ShouldContain("Nouvelle 4."),
            all => all.ShouldContain("Nouvelle 53."), all => all.ShouldContain("Et 3 autres."));
        (await WaitingAsync(site)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_cannot_be_written_to_holds_up_nobody_else(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Modules = [new BrokenEnglish()] });
        await site.QueueAsync("ann@exemple.fr", message => message with { State = MailState.ForDigest, Language = "en" });
        await site.QueueAsync("zoe@exemple.fr", message => message with { State = MailState.ForDigest });

        await site.RunJobAsync("mail-digest");

        (await DigestsAsync(site)).ShouldHaveSingleItem().Recipient.ShouldBe("zoe@exemple.fr");
        (await WaitingAsync(site)).ShouldBe(["ann@exemple.fr"]);
        site.Log.ToString().ShouldContain("1 summaries could not be made");
        site.Log.ToString().ShouldNotContain("ann@exemple.fr");
    }

    private static Task<List<MailMessage>> DigestsAsync(Site site) =>
        site.InDatabaseAsync(db => db.Set<MailMessage>().AsNoTracking().Where(message => message.Template == MailDigest.Template).ToListAsync());

    private static Task<List<string?>> WaitingAsync(Site site) =>
        site.InDatabaseAsync(db => db.Set<MailMessage>().Where(message => message.State == MailState.ForDigest).Select(message => message.Recipient).ToListAsync());

    /// <summary>An administrator stored an English summary without its first line.</summary>
    private sealed class BrokenEnglish : IModule, ISiteTemplates
    {
        public ModuleManifest Manifest { get; } = new("EssConsult.Mail.Tests.BrokenEnglish", "Gabarit cassé", "Un gabarit des tests.");

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ISiteTemplates>(this);

        public int Version => 0;

        public string? Find(string name) => name == "mail-digest.en" ? "Hello" : null;
    }
}
