using System.Net;
using EssConsult.Accounts.Contracts;
using EssConsult.Forms.Submissions;
using EssConsult.Kernel.Data;

namespace EssConsult.Forms.Tests;

public sealed class KeepingTests(FormSites sites) : IClassFixture<FormSites>
{
    [Theory, OnBothDatabases]
    public async Task The_answers_are_listed_found_and_opened_by_those_who_may(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Un composteur"));
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.AnswerAsync(id, null, ("Name", "Omar"), ("Email", "omar@example.org"), ("Message", "Une épicerie"));
        var reader = await site.SignInAsync("Editor", "AccessAdminPanel", "ViewFormSubmissions");

        var forms = await reader.GetAsync("/admin/formulaires");
        forms.Text($"tr:has(a[href$='/admin/formulaires/{id}']) td").ShouldBe("2");
        var list = await reader.GetAsync($"/admin/formulaires/{id}");
        list.Texts("tbody td").ShouldContain("Une épicerie");
        (await reader.GetAsync($"/admin/formulaires/{id}?q=EPICERIE")).Texts("tbody tr").Count.ShouldBe(1);
        (await reader.GetAsync($"/admin/formulaires/{id}?au=2027-03-03")).Texts("tbody td").ShouldContain("Un composteur");
        (await reader.GetAsync($"/admin/formulaires/{id}?du=2027-03-04&au=2027-03-05")).Has("tbody tr").ShouldBeFalse();
        var kept = (await site.KeptAsync(id))[0];
        (await reader.GetAsync($"/admin/formulaires/reponse/{kept.Id}")).Texts("dd").ShouldContain("lea@example.org");
        (await reader.GetAsync($"/admin/formulaires/reponse/{kept.Id}")).Has("button.button-danger").ShouldBeFalse();

        var citizen = await site.SignInAsync();
        foreach (var address in new[] { "/admin/formulaires", $"/admin/formulaires/{id}", $"/admin/formulaires/{id}/reponses.csv", $"/admin/formulaires/reponse/{kept.Id}" })
        {
            (await citizen.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await site.Visitor().GetAsync(address)).Url.AbsolutePath.ShouldBe("/connexion");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_list_takes_the_same_number_of_queries_for_3_answers_as_for_30(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Form("Nombreux", Forms.Input("Q", "text", "Q")));
        var reader = await site.SignInAsync("Editor", "AccessAdminPanel", "ViewFormSubmissions");
        async Task<int> AfterAsync(int more)
        {
            for (var count = 0; count < more; count++)
            {
                await site.AnswerAsync(id, null, ("Q", "x"));
            }

            return (await reader.GetAsync($"/admin/formulaires/{id}")).Queries.Count;
        }

        var few = await AfterAsync(3);
        (await AfterAsync(27)).ShouldBe(few);
        (await reader.GetAsync($"/admin/formulaires/{id}?page=2")).Texts("tbody tr").Count.ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task The_export_holds_every_answer_and_no_formula(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        await site.AnswerAsync(id, null, ("Name", "=1+1"), ("Email", "lea@example.org"), ("Message", "Deux\nlignes, \"citées\""));
        var reader = await site.SignInAsync("Editor", "AccessAdminPanel", "ViewFormSubmissions");

        using var answer = await reader.Client.GetAsync($"/admin/formulaires/{id}/reponses.csv", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF');

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        lines.ShouldStartWith("Numéro,Reçue le,Votre nom,Votre adresse,Votre message");
        lines.ShouldContain("'=1+1,lea@example.org,\"Deux\nlignes, \"\"citées\"\"\"");
    }

    [Theory, OnBothDatabases]
    public async Task A_file_is_looked_at_kept_apart_and_goes_with_its_answers(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Form("Pièces", Forms.Input("Proof", "file", "Justificatif", """{"Required":true,"Kinds":"documents","MaxMegabytes":1}""")));
        async Task<Page> SendAsync(string name, byte[] bytes) => await (await site.OpenAsync(id)).FormOf().Attach("Proof", name, "application/pdf", bytes).SubmitAsync();

        (await (await site.OpenAsync(id)).FormOf().SubmitAsync()).Texts(".error-summary li").ShouldBe(["Joignez un fichier : « Justificatif »."]);
        (await SendAsync("programme.pdf", "MZ\0\0"u8.ToArray())).Text(".error-summary li")!.ShouldContain("n’est pas accepté");
        (await SendAsync("gros.pdf", [.. Forms.Pdf, .. new byte[1_100_000]])).Text(".error-summary li").ShouldBe("« Justificatif » : Ce fichier dépasse 1 Mo.");
        (await site.KeptAsync(id)).ShouldBeEmpty();
        (await SendAsync("../justificatif.pdf", Forms.Pdf)).Has(".notice-success").ShouldBeTrue();

        var file = (await site.KeptAsync(id)).Single().Files.ShouldHaveSingleItem();
        (file.FileName, File.Exists(site.PathOf(file))).ShouldBe(("justificatif.pdf", true));
        var (reader, owner) = (await site.SignInAsync("Editor", "AccessAdminPanel", "ViewFormSubmissions"), await site.SignInAsync("Administrator"));
        using var download = await reader.Client.GetAsync($"/admin/formulaires/fichiers/{file.Id}", TestContext.Current.CancellationToken);
        (await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Forms.Pdf);
        (download.Content.Headers.ContentDisposition!.DispositionType, download.Headers.GetValues("Content-Security-Policy").Single()).ShouldBe(("attachment", "default-src 'none'; sandbox"));
        (await (await site.SignInAsync()).GetAsync($"/admin/formulaires/fichiers/{file.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await (await owner.GetAsync($"/admin/formulaires/reponse/{file.SubmissionId}")).Form().SubmitAsync("Supprimer cette réponse");
        await site.CatchUpAsync();
        (await site.KeptAsync(id)).ShouldBeEmpty();
        File.Exists(site.PathOf(file)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Answers_and_files_go_after_the_months_that_were_set(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await site.PublishAsync(Forms.Form("Temps", Forms.Input("Proof", "file", "Pièce")));
        var owner = await site.SignInAsync("Administrator");
        (await (await owner.GetAsync("/admin/formulaires")).Form().With("Months", "0").SubmitAsync("Enregistrer")).Text(".error-summary li").ShouldBe("Donnez un nombre de mois entre 1 et 120.");
        await (await owner.GetAsync("/admin/formulaires")).Form().With("Months", "6").SubmitAsync("Enregistrer");
        await site.CatchUpAsync();
        (await site.OpenAsync(id)).Text("main form")!.ShouldContain("gardées 6 mois");
        await (await site.OpenAsync(id)).FormOf().Attach("Proof", "a.pdf", "application/pdf", Forms.Pdf).SubmitAsync();
        var file = (await site.KeptAsync(id)).Single().Files.Single();

        site.Clock.Advance(TimeSpan.FromDays(150));
        await site.RunJobAsync("form-retention");
        (await site.KeptAsync(id)).Count.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromDays(40));
        await site.RunJobAsync("form-retention");
        await site.CatchUpAsync();

        (await site.KeptAsync(id)).ShouldBeEmpty();
        File.Exists(site.PathOf(file)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_persons_answers_are_exported_and_erased_with_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        var person = await site.SignInAsync();
        await site.AnswerAsync(id, person, ("Name", "Connectée"), ("Email", "autre@example.org"));
        await site.AnswerAsync(id, null, ("Name", "Sans compte"), ("Email", $"{person.PersonId!.ToUpperInvariant()}@example.org"));
        await site.AnswerAsync(id, null, ("Name", "Quelqu’un"), ("Email", "autre@example.org"));

        var exported = await site.UseAsync<IEnumerable<IPersonalData>, object?>(modules => modules.Single(module => module.Name == "formulaires").ExportAsync(person.PersonId!, default));
        System.Text.Json.JsonSerializer.Serialize(exported).ShouldContain("autre@example.org");
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            foreach (var module in (IEnumerable<IPersonalData>)services.GetService(typeof(IEnumerable<IPersonalData>))!)
            {
                await module.EraseAsync(person.PersonId!, true, default);
            }

            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.KeptAsync(id)).Select(row => row.AnswerTo("Name")).ShouldBe(["Quelqu’un"]);
    }

    [Fact]
    public async Task Nothing_of_what_was_written_is_logged()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var id = await site.PublishAsync(Forms.Contact());

        await site.AnswerAsync(id, null, ("Name", "Nom très particulier"), ("Email", "secret-log@example.org"), ("Message", "Texte privé"));

        site.Log.ToString().ShouldNotContain("particulier");
        site.Log.ToString().ShouldNotContain("secret-log");
    }
}
