using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>The circuits that the first site brings, switched on as an administrator does.</summary>
public sealed class CircuitTemplateTests
{
    [Theory, OnBothDatabases]
    public async Task Settings_in_plain_words_change_the_message_and_are_seen_before_it_is_sent(Database database)
    {
        await using var site = await StartAsync(database);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/circuits/4moderationafter/reglages")).Form("main form")
            .With("tell-Subject", "Nouveau : [titre]").With("tell-TextBody", "Écrit par [auteur].\n\nLire : [lien]").SubmitAsync("Enregistrer et voir le message");

        page.Text(".notice").ShouldBe("Réglages enregistrés.");
        page.Text(".panel").ShouldNotBeNull().ShouldContain("Nouveau : Un marché du soir près du tram");
        page.Document.QuerySelector(".panel a")!.GetAttribute("href")!.ShouldEndWith("/contributions/un-marche-du-soir");
        page.Form("main form").ShouldNotBeNull();
        page.Document.QuerySelector("#tell-Subject")!.GetAttribute("value").ShouldBe("Nouveau : [titre]");
    }

    [Theory, OnBothDatabases]
    public async Task A_setting_that_was_changed_while_somebody_drew_stays_when_the_drawing_is_put_into_service(Database database)
    {
        await using var site = await StartAsync(database);
        var admin = await site.SignInAsync("Administrator");
        await (await admin.GetAsync("/admin/circuits/4moderationafter/modifier/tell")).Form(".step-form").With("s-TextBody", "Ce que le schéma dit").SubmitAsync();

        await (await admin.GetAsync("/admin/circuits/4moderationafter/reglages")).Form("main form").With("tell-Subject", "Ce que les réglages disent").SubmitAsync("Enregistrer et voir le message");
        await (await admin.GetAsync("/admin/circuits/4moderationafter/modifier")).Form("form[action*='Publish']").SubmitAsync();

        var page = await admin.GetAsync("/admin/circuits/4moderationafter/reglages");
        page.Document.QuerySelector("#tell-Subject")!.GetAttribute("value").ShouldBe("Ce que les réglages disent");
        page.Text("#tell-TextBody").ShouldBe("Ce que le schéma dit");
    }

    [Theory, OnBothDatabases]
    public async Task A_setting_that_would_break_the_circuit_is_refused_with_its_reason(Database database)
    {
        await using var site = await StartAsync(database);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/circuits/4annualreview/reglages")).Form("main form").With("yearly-CronExpression", "chaque lundi").SubmitAsync("Enregistrer et voir le message");

        page.Text(".error-summary").ShouldNotBeNull().ShouldContain("« chaque lundi » n’est pas un horaire");
        (await admin.GetAsync("/admin/circuits/4annualreview/reglages")).Document.QuerySelector("#yearly-CronExpression")!.GetAttribute("value").ShouldBe("0 9 15 1 *");
    }

    [Theory, OnBothDatabases]
    public async Task After_publication_the_team_is_told_whose_text_to_read(Database database)
    {
        await using var site = await StartAsync(database);
        await site.SwitchOnAsync("4moderationafter");
        await site.SignInAsync("Facilitator");
        var author = await site.SignInAsync();
        var process = await site.OpenProcessAsync("After");

        await author.ContributeAsync(process, "Des bancs à l’ombre");

        await site.UntilAsync(async () => await site.ToldAsync("À relire : Des bancs à l’ombre") > 0);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-at-once");
        (await MailsAsync(site, "À relire : Des bancs à l’ombre")).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_without_an_answer_is_recalled_then_brought_before_those_in_charge(Database database)
    {
        await using var site = await StartAsync(database);
        await site.SwitchOnAsync("4answerdeadline");
        await site.SignInAsync("Facilitator");
        var author = await site.SignInAsync();
        var process = await site.OpenProcessAsync("After");
        await author.ContributeAsync(process, "Un pont");
        await site.UntilAsync(async () => await site.WaitsAsync() == 2);

        site.Clock.Advance(TimeSpan.FromDays(27));
        await site.LookAtCircuitsAsync();
        (await site.ToldAsync("Sans réponse : Un pont")).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(4));
        await site.UntilAsync(async () => await site.ToldAsync("Sans réponse : Un pont") > 0);
        (await site.ToldAsync("Toujours sans réponse : Un pont")).ShouldBe(0);

        site.Clock.Advance(TimeSpan.FromDays(16));
        await site.UntilAsync(async () => await site.ToldAsync("Toujours sans réponse : Un pont") > 0);
        await site.UntilAsync(async () => await site.WaitsAsync() == 0);
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_ends_the_wait(Database database)
    {
        await using var site = await StartAsync(database);
        await site.SwitchOnAsync("4answerdeadline");
        var author = await site.SignInAsync();
        var process = await site.OpenProcessAsync("After");
        await author.ContributeAsync(process, "Un pont");
        await site.UntilAsync(async () => await site.WaitsAsync() == 2);
        var id = (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).ContentItemId;

        await site.InDatabaseAsync(db =>
        {
            db.Publish(new ContributionAnswered(id, process, "Accepted"));
            return db.SaveChangesAsync();
        });

        await site.UntilAsync(async () => await site.WaitsAsync() == 0);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_creates_an_account_is_welcomed(Database database)
    {
        await using var site = await StartAsync(database);
        await site.SwitchOnAsync("4welcome");
        var person = await site.SignInAsync();

        await site.InDatabaseAsync(db =>
        {
            db.Publish(new Accounts.Contracts.PersonIdentified(person.PersonId!, null, IsNew: true));
            return db.SaveChangesAsync();
        });

        await site.UntilAsync(async () => await MailsAsync(site, "Bienvenue") == 1);
    }

    [Theory, OnBothDatabases]
    public async Task Once_a_year_the_team_is_invited_to_look_at_the_objectives(Database database)
    {
        await using var site = await StartAsync(database);
        await site.SwitchOnAsync("4annualreview");
        await site.SignInAsync("Facilitator");

        site.Clock.Advance(TimeSpan.FromDays(366));

        await site.UntilAsync(async () => await site.ToldAsync("Revue annuelle des objectifs") > 0);
    }

    private static Task<Site> StartAsync(Database database) => Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });

    private static Task<int> MailsAsync(Site site, string subject) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM mail_message WHERE subject = {subject}").SingleAsync());
}
