using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

/// <summary>A session left open takes neither the account away nor its data.</summary>
public sealed class ProofTests
{
    private const string Password = "trois mots faciles";
    private static readonly SiteOptions Bare = new() { Settings = { ["recipe"] = "none" } };

    [Theory, OnBothDatabases]
    public async Task A_quarter_of_an_hour_later_the_password_moves_the_account_and_ends_other_sessions(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (laptop, phone, former, next) = (site.Visitor(), site.Visitor(), Citizens.NewAddress(), Citizens.NewAddress());
        await site.SignUpAsync(laptop, former);
        await (await laptop.GetAsync("/compte/mot-de-passe")).Form().With("NewPassword", Password).SubmitAsync();
        await site.SignInAsync(phone, former);
        var id = await site.IdAsync(former);
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        var page = await (await laptop.GetAsync("/compte/adresse")).Form().With("Email", next).With("CurrentPassword", "not this one at all").SubmitAsync();
        (page.Status, page.Text("#CurrentPassword-error")).ShouldBe((HttpStatusCode.Conflict, "Ce n’est pas votre mot de passe actuel."));
        page = await page.Form().With("Email", next).With("CurrentPassword", Password).SubmitAsync();
        page = await page.Form().With("Code", await site.CodeAsync(next)).SubmitAsync();
        await site.CatchUpAsync();

        page.Url.AbsolutePath.ShouldBe("/compte");
        (await site.IdAsync(next)).ShouldBe(id);
        (await laptop.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/compte");
        (await phone.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>(
            $"SELECT CAST(count(*) AS int) AS \"Value\" FROM audit_row WHERE act = 'account.address-changed' AND subject = {id} AND actor_id = {id}").SingleAsync())).ShouldBe(1);
    }

    [Theory]
    [OnBothDatabases("/compte/adresse", "[name=CurrentPassword], [name=Code]")]
    [OnBothDatabases("/compte/mot-de-passe", "[name=NewPassword]")]
    [OnBothDatabases("/compte/donnees", "[name=Sure]")]
    public async Task Without_a_password_a_code_comes_first(Database database, string path, string field)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (citizen, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        var stale = await citizen.GetAsync(path);
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        var page = await citizen.GetAsync(path);
        page.Has(field).ShouldBeFalse();
        page = await page.Form("form:has([name=Email])").SubmitAsync();
        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();

        page.Url.AbsolutePath.ShouldBe(path);
        page.Text("main").ShouldBe(stale.Text("main"));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_asked_before_the_proof_lapsed_is_refused_after_it(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (citizen, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        var (move, leave, choose) = (await citizen.GetAsync("/compte/adresse"), await citizen.GetAsync("/compte/donnees"), await citizen.GetAsync("/compte/mot-de-passe"));
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        Page[] refused =
        [
            await move.Form().With("Email", Citizens.NewAddress()).SubmitAsync(),
            await leave.Form("form:has([name=Sure])").With("Texts", "effacer").With("Sure", "true").SubmitAsync(),
            await choose.Form().With("NewPassword", Password).SubmitAsync(),
        ];

        refused.ShouldAllBe(page => page.Status == HttpStatusCode.Conflict);
        refused.ShouldAllBe(page => page.Text(".error-summary li") == "Montrez d’abord que c’est bien vous, par un code envoyé à votre adresse.");
        (await site.IdAsync(address)).ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_hangs_on_the_former_address_goes_with_it(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (citizen, former, next) = (site.Visitor(), Citizens.NewAddress(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, former);
        foreach (var address in new[] { former, next })
        {
            await (await site.Visitor().GetAsync("/contact")).Form().With("Message.Email", address).With("Message.Subject", "Une question").With("Message.Body", "Combien de places ?").SubmitAsync("Envoyer");
        }

        await (await (await citizen.GetAsync("/compte/adresse")).Form().With("Email", next).SubmitAsync()).Form().With("Code", await site.CodeAsync(next)).SubmitAsync();

        (await MessagesAsync(site, former)).ShouldBe(0);
        (await MessagesAsync(site, next)).ShouldBe(1);
    }

    private static Task<int> MessagesAsync(Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM contact_message WHERE email = {address}").SingleAsync());
}
