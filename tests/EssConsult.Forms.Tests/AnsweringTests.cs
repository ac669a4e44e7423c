using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Forms.Contracts;

namespace EssConsult.Forms.Tests;

public sealed class AnsweringTests(FormSites sites) : IClassFixture<FormSites>
{
    private const string Thanks = "Merci, votre réponse est enregistrée.";

    [Theory, OnBothDatabases]
    public async Task A_form_is_shown_with_its_labels_hints_and_groups(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Form("Enquête", Forms.Input("Email", "email", "Votre adresse", """{"Required":true,"Hint":"Pour vous répondre.","Autocomplete":"email"}"""),
            Forms.Select("Day", "Quel jour ?", "Radio", "{}", "Lundi", "Mardi"), Forms.Select("Places", "Où ?", "Checkbox", "{}", "Nantes", "Rezé"), Forms.Select("Age", "Votre âge", "Dropdown", "{}", "20", "30")));

        var page = await site.Visitor().GetAsync($"/formulaires/{id}");

        page.Text("h1").ShouldBe("Enquête");
        var email = page.Document.QuerySelector("input[name=Email]")!;
        page.Text($"label[for={email.Id}]").ShouldBe("Votre adresse");
        page.Text("#" + email.GetAttribute("aria-describedby")).ShouldBe("Pour vous répondre.");
        (email.GetAttribute("type"), email.GetAttribute("autocomplete"), email.HasAttribute("required")).ShouldBe(("email", "email", true));
        page.Texts("fieldset legend").ShouldBe(["Quel jour ? (facultatif)", "Où ? (facultatif)"]);
        page.Document.QuerySelectorAll("fieldset input[type=radio][name=Day]").Length.ShouldBe(2);
        page.Document.QuerySelectorAll("fieldset input[type=checkbox][name=Places]").Length.ShouldBe(2);
        page.Texts("select[name=Age] option").ShouldBe(["Choisir…", "20", "30"]);
        page.Text("main form button").ShouldBe("Envoyer");
        page.Html.ShouldNotContain(" style=");
    }

    [Theory, OnBothDatabases]
    public async Task Answers_are_kept_in_the_transaction_that_tells_of_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());

        var page = await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Bonjour"));

        page.Text(".notice-success").ShouldBe(Thanks);
        var kept = (await site.KeptAsync(id)).ShouldHaveSingleItem();
        (kept.AnswerTo("Name"), kept.AnswerTo("Email"), kept.AnswerTo("Message"), kept.PersonId, kept.PageId).ShouldBe(("Léa", "lea@example.org", "Bonjour", null, id));
        (await site.PublishedAsync<FormSubmitted>()).Where(told => told.FormId == id).ShouldHaveSingleItem().SubmissionId.ShouldBe(kept.Id);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_told_at_its_question_and_what_was_typed_stays(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());

        var page = await site.AnswerAsync(id, null, ("Name", ""), ("Email", "pas une adresse"), ("Message", "Mon message"));

        page.Texts(".error-summary li").ShouldBe(["Remplissez « Votre nom ».", "« Votre adresse » : écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr."]);
        var email = page.Document.QuerySelector("input[name=Email]")!;
        page.Document.QuerySelector($".error-summary a[href='#{email.Id}']").ShouldNotBeNull();
        (email.GetAttribute("value"), email.GetAttribute("aria-invalid")).ShouldBe(("pas une adresse", "true"));
        email.GetAttribute("aria-describedby")!.Split(' ').ShouldAllBe(described => page.Has("#" + described));
        page.Text("textarea[name=Message]").ShouldBe("Mon message");
        (await site.KeptAsync(id)).ShouldBeEmpty();

        var corrected = await page.FormOf().With("Name", "Léa").With("Email", "lea@example.org").SubmitAsync();
        corrected.Text(".notice-success").ShouldBe(Thanks);
        (await site.KeptAsync(id)).ShouldHaveSingleItem().AnswerTo("Message").ShouldBe("Mon message");
    }

    [Theory]
    [InlineData("number", """{"Minimum":"1","Maximum":"10"}""", "11", "« Q » : 10 au plus.")]
    [InlineData("number", "{}", "dix", "« Q » : écrivez un nombre.")]
    [InlineData("url", "{}", "exemple", "« Q » : écrivez une adresse complète, par exemple https://exemple.fr.")]
    [InlineData("date", """{"Minimum":"2027-03-01"}""", "2027-02-28", "« Q » : pas avant le 01/03/2027.")]
    [InlineData("text", """{"MinLength":3}""", "ab", "« Q » : 3 caractères au moins.")]
    [InlineData("text", """{"Pattern":"[0-9]{5}","PatternMessage":"Cinq chiffres."}""", "4400", "Cinq chiffres.")]
    [InlineData("checkbox", """{"Required":true}""", "false", "Cochez « Q ».")]
    public async Task An_answer_is_checked_by_what_its_element_says(string type, string rules, string answer, string sentence)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var id = await site.PublishAsync(Forms.Form("Contrôles", Forms.Input("Q", type, "Q", rules)));

        var page = await site.AnswerAsync(id, null, ("Q", answer));

        page.Texts(".error-summary li").ShouldBe([sentence]);
        (await site.KeptAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_choice_that_is_not_offered_is_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Form("Choix", Forms.Select("Day", "Quel jour ?", "Dropdown", "{}", "Lundi", "Mardi")));
        var opened = await site.OpenAsync(id);
        opened.Document.QuerySelector("select[name=Day] option[value=lundi]")!.SetAttribute("value", "jeudi");

        var page = await opened.FormOf().With("Day", "jeudi").SubmitAsync();

        page.Texts(".error-summary li").ShouldBe(["« Quel jour ? » : cette réponse n’est pas proposée."]);
        (await site.KeptAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_double_click_is_kept_once_and_thanked_for_twice(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        var form = (await site.OpenAsync(id)).FormOf().With("Name", "Léa").With("Email", "lea@example.org");

        var (first, second) = (await form.SubmitAsync(), await form.SubmitAsync());

        (first.Text(".notice-success"), second.Text(".notice-success")).ShouldBe((Thanks, Thanks));
        (await site.KeptAsync(id)).Count.ShouldBe(1);
        (await site.PublishedAsync<FormSubmitted>()).Count(told => told.FormId == id).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_clicks_at_once_are_kept_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        var visitor = site.Visitor();
        var form = (await site.OpenAsync(id, visitor)).FormOf().With("Name", "Léa").With("Email", "lea@example.org");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.WithoutRedirects.SendAsync(form.Press(), TestContext.Current.CancellationToken)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await site.KeptAsync(id)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_that_fills_in_everything_or_is_too_fast_leaves_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());

        var trapped = await site.AnswerAsync(id, null, ("Name", "Robot"), ("Email", "robot@example.org"), ("EssTrap", "https://example.org"));
        var fast = await (await site.Visitor().GetAsync($"/formulaires/{id}")).FormOf().With("Name", "Vite").With("Email", "vite@example.org").SubmitAsync();

        trapped.Text(".notice-success").ShouldBe(Thanks);
        fast.Texts(".error-summary li").ShouldBe(["Vos réponses sont arrivées très vite. Relisez-les, puis envoyez-les de nouveau."]);
        (await site.KeptAsync(id)).ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        (await fast.FormOf().SubmitAsync()).Text(".notice-success").ShouldBe(Thanks);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_from_another_site_and_one_that_was_never_shown_are_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(Forms.Contact());
        using var content = new FormUrlEncodedContent([new("Name", "x"), new("Email", "x@example.org")]);

        (await site.Visitor().Client.PostAsync($"/formulaires/{id}/{id}", content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var opened = await site.OpenAsync(id);
        opened.Document.QuerySelector("input[name=EssStamp]")!.SetAttribute("value", "autre");
        var page = await opened.FormOf().With("Name", "x").With("Email", "x@example.org").SubmitAsync();

        page.Texts(".error-summary li").ShouldBe(["Ce formulaire est resté ouvert trop longtemps, ou il a changé. Relisez vos réponses, puis envoyez-les de nouveau."]);
        (await site.KeptAsync(id)).ShouldBeEmpty();
    }

    /// <summary>Three hundred people in one hall share one network address.</summary>
    [Fact]
    public async Task A_hall_behind_one_address_may_answer()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var id = await site.PublishAsync(Forms.Form("Salle", Forms.Input("Q", "text", "Q")));
        for (var person = 0; person < 300; person++)
        {
            (await site.AnswerAsync(id, site.Visitor("203.0.113.7"), ("Q", $"{person}"))).Text(".notice-success").ShouldBe(Thanks);
        }

        (await site.KeptAsync(id)).Count.ShouldBe(300);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_that_holds_a_form_is_drawn_for_each_reader_and_gets_the_answers_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var form = Forms.Contact();
        var page = new JsonObject
        {
            ["ContentItemId"] = Forms.NewId(), ["ContentItemVersionId"] = Forms.NewId(), ["ContentType"] = "FormPage", ["DisplayText"] = "Une page", ["Latest"] = true, ["Published"] = true,
            ["AutoroutePart"] = new JsonObject { ["Path"] = $"page-{form["ContentItemId"]}" }, ["FlowPart"] = new JsonObject { ["Widgets"] = new JsonArray(form) },
        };
        await site.PlayAsync(JsonNode.Parse("""
            {"name":"ContentDefinition","ContentTypes":[{"Name":"FormPage","DisplayName":"Page","Settings":{},"ContentTypePartDefinitionRecords":[
              {"PartName":"AutoroutePart","Name":"AutoroutePart","Settings":{"AutoroutePartSettings":{"AllowCustomPath":true}}},{"PartName":"FlowPart","Name":"FlowPart","Settings":{}}]}]}
            """)!.AsObject());
        await site.PublishAsync(page);
        var (formId, address) = (form["ContentItemId"]!.ToString(), $"/page-{form["ContentItemId"]}");

        var (first, second) = (await site.Visitor().GetAsync(address), await site.Visitor().GetAsync(address));
        string Token(Page shown) => shown.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Token(first).ShouldNotBe(Token(second));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        var wrong = await first.FormOf().With("Email", "x").SubmitAsync();
        wrong.Text("h1").ShouldBe("Une page");
        var done = await wrong.FormOf().With("Name", "Léa").With("Email", "lea@example.org").SubmitAsync();

        (done.Url.AbsolutePath, done.Text(".notice-success")).ShouldBe((address, Thanks));
        (await site.KeptAsync(formId)).ShouldHaveSingleItem().PageId.ShouldBe(page["ContentItemId"]!.ToString());
    }

    [Fact]
    public async Task An_English_reader_is_told_in_English()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var id = await site.PublishAsync(Forms.Contact());
        var opened = await site.Visitor().GetAsync($"/en/formulaires/{id}");
        site.Clock.Advance(TimeSpan.FromSeconds(5));

        var page = await opened.FormOf().With("Email", "lea@example.org").SubmitAsync();

        page.Texts(".error-summary li").ShouldBe(["Fill in “Votre nom”."]);
        (await page.FormOf().With("Name", "Léa").SubmitAsync()).Text(".notice-success").ShouldBe("Thank you, your answer is saved.");
    }

    [Fact]
    public async Task A_question_that_an_earlier_answer_hides_may_stay_empty()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var detail = Forms.Input("Detail", "text", "Lequel ?", """{"Required":true}""");
        detail["FormInputElementVisibilityPart"] = JsonNode.Parse("""{"Action":"Show","Groups":[{"Rules":[{"Field":"Has","Operator":"Is","Values":["oui"]}]}]}""");
        var id = await site.PublishAsync(Forms.Form("Conditions", Forms.Select("Has", "En avez-vous un ?", "Radio", """{"Required":true}""", "Oui", "Non"), detail));

        (await site.AnswerAsync(id, null, ("Has", "oui"))).Texts(".error-summary li").ShouldBe(["Remplissez « Lequel ? »."]);
        (await site.AnswerAsync(id, null, ("Has", "non"))).Text(".notice-success").ShouldBe(Thanks);
    }
}
