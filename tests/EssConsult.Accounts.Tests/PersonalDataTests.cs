using System.IO.Compression;
using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

public sealed class PersonalDataTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory, OnBothDatabases]
    public async Task The_export_is_a_zip_with_the_account_in_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(visitor, address);
        var token = (await visitor.GetAsync("/compte/donnees")).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await visitor.Client.PostAsync(new Uri("/compte/donnees?handler=Export", UriKind.Relative), form, TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        using var reader = new StreamReader(await zip.GetEntry("compte.json")!.OpenAsync(TestContext.Current.CancellationToken));
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(address);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_written_through_the_contact_form_is_in_the_export_and_goes_with_the_account(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(visitor, address);
        var id = await site.IdAsync(address);
        await (await site.Visitor().GetAsync("/contact")).Form().With("Message.Email", address.ToUpperInvariant()).With("Message.Subject", "Une question").With("Message.Body", "Combien de places ?").SubmitAsync("Envoyer");

        var exported = await site.UseAsync<IEnumerable<IPersonalData>, object?>(modules => modules.Single(module => module.Name == "compte").ExportAsync(id, TestContext.Current.CancellationToken));
        await (await visitor.GetAsync("/compte/donnees")).Form("form:has([name=Sure])").With("Texts", "garder").With("Sure", "true").SubmitAsync();

        System.Text.Json.JsonSerializer.Serialize(exported).ShouldContain("Combien de places ?");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM contact_message WHERE upper(email) = {address.ToUpperInvariant()}").SingleAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_removes_the_address_from_every_table_and_ends_the_session(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(visitor, address);
        var id = await site.IdAsync(address);

        var page = await (await visitor.GetAsync("/compte/donnees")).Form("form:has([name=Sure])").With("Texts", "garder").With("Sure", "true").SubmitAsync();

        page.Text("h1").ShouldBe("Votre compte est effacé");
        (await visitor.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
        (await CountAsync(site, address)).ShouldBe(0);
        (await site.PublishedAsync<PersonErased>()).ShouldContain(new PersonErased(id, KeptTexts: true));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_choice_for_the_texts_nothing_is_erased(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(visitor, address);

        var page = await (await visitor.GetAsync("/compte/donnees")).Form("form:has([name=Sure])").With("Sure", "true").SubmitAsync();

        page.Text(".error-summary li").ShouldBe("Dites ce que deviennent vos textes.");
        (await site.IdAsync(address)).ShouldNotBeEmpty();
    }

    private static Task<int> CountAsync(Site site, string address) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>(
        $"""
        SELECT CAST((SELECT count(*) FROM person WHERE email = {address}) + (SELECT count(*) FROM sign_in_request WHERE email = {address})
          + (SELECT count(*) FROM mail_message WHERE recipient = {address}) AS int) AS "Value"
        """).SingleAsync());
}
