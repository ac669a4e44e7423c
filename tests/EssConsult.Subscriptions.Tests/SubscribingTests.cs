using System.Net;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Subscriptions.Tests;

public sealed class RoadmapSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

public sealed class SubscribingTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task An_address_counts_once_its_owner_has_pressed_the_button_behind_the_mailed_link(Database database)
    {
        var site = await sites.OnAsync(database);
        var (process, address) = (await site.ProcessAsync(), Subscribers.NewAddress());

        var asked = await site.Visitor().AskAsync(process, address);
        asked.Text(".notice-title").ShouldBe("Lisez vos e-mails");
        var link = await site.LinkAsync(address, "confirmer");
        var question = await site.Visitor().GetAsync(link);
        (await ConfirmedAsync(site, address)).ShouldBeFalse();
        var done = await question.Form().SubmitAsync("Confirmer");

        done.Text(".notice-title").ShouldBe("Vous serez informé");
        (await ConfirmedAsync(site, address)).ShouldBeTrue();
        (await site.Visitor().GetAsync(link + "x")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Asking_again_in_other_capitals_keeps_one_subscription_and_one_mail_an_hour(Database database)
    {
        var site = await sites.OnAsync(database);
        var (first, second, address) = (await site.ProcessAsync(), await site.ProcessAsync(), Subscribers.NewAddress());
        await site.Visitor().AskAsync(first, address);

        var again = await site.Visitor().AskAsync(first, address.ToUpperInvariant());
        (await site.MailsAsync(address)).Count.ShouldBe(1);

        // Another démarche is another question.
        await site.Visitor().AskAsync(second, address.ToUpperInvariant());
        again.Text(".notice-title").ShouldBe("Lisez vos e-mails");
        (await site.MailsAsync(address)).Count.ShouldBe(2);
        (await site.MailsAsync(address.ToUpperInvariant())).ShouldBeEmpty();
        await site.ConfirmAsync(address);
        var topics = await site.InDatabaseAsync(db => db.Set<Subscription>().Where(row => row.Address == address).SelectMany(row => row.Topics).Select(topic => topic.ProcessId).ToListAsync());
        topics.ShouldBe([first, second], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_an_address_is_told_at_its_field(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await site.Visitor().AskAsync(await site.ProcessAsync(), "pas une adresse");

        page.Text("#Address-error").ShouldBe("Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.");
        page.Document.QuerySelector("#Address")!.GetAttribute("value").ShouldBe("pas une adresse");
    }

    [Theory, OnBothDatabases]
    public async Task Leaving_keeps_nothing_by_the_page_and_by_the_mail_program(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.ProcessAsync();
        var (byPage, byProgram) = (await site.SubscribeAsync(process), await site.SubscribeAsync(process));
        await site.AnsweredAsync(process, "De quoi écrire");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("subscription-mails");
        var (page, program) = (await site.LinkAsync(byPage, "desabonnement"), await site.LinkAsync(byProgram, "desabonnement"));

        var done = await (await site.Visitor().GetAsync(page)).Form().SubmitAsync("Ne plus être informé");
        using var pressed = await site.Visitor().Client.PostAsync(program, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);

        done.Text(".notice-title").ShouldBe("C’est fait");
        pressed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync(byPage), await site.CountAsync(byProgram)).ShouldBe((0, 0));
        (await site.Visitor().GetAsync(page)).Text(".notice-title").ShouldBe("C’est fait");
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_nobody_confirms_is_forgotten_after_a_week(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (process, forgotten) = (await site.ProcessAsync(), Subscribers.NewAddress());
        await site.Visitor().AskAsync(process, forgotten);
        var kept = await site.SubscribeAsync(process);

        site.Clock.Advance(TimeSpan.FromDays(8));
        await site.RunJobAsync("subscription-purge");

        (await site.CountAsync(forgotten), await site.CountAsync(kept)).ShouldBe((0, 1));
    }

    [Theory, OnBothDatabases]
    public async Task The_home_page_and_the_démarche_lead_to_the_form(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.ProcessAsync();

        (await (await site.Visitor().GetAsync("/")).FollowAsync("Donner mon adresse")).Has("#Address").ShouldBeTrue();
        (await (await site.Visitor().GetAsync("/demarches/" + process)).FollowAsync("Donner mon adresse")).Has("#Address").ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task The_administration_counts_addresses_and_shows_none(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.ProcessAsync();
        var (address, pending) = (await site.SubscribeAsync(process), Subscribers.NewAddress());
        await site.Visitor().AskAsync(process, pending);

        var page = await (await site.SignInAsync("Administrator")).GetAsync("/admin/abonnements");

        var row = page.Document.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("a")?.GetAttribute("href")?.EndsWith(process, StringComparison.Ordinal) == true);
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "1"]);
        page.Html.ShouldNotContain(address);
        (await (await site.SignInAsync()).GetAsync("/admin/abonnements")).Has("table").ShouldBeFalse();
    }

    private static Task<bool> ConfirmedAsync(Site site, string address) => site.InDatabaseAsync(db => db.Set<Subscription>().AnyAsync(row => row.Address == address && row.ConfirmedUtc != null));
}
