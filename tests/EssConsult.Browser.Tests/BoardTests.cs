using System.Text.Json.Nodes;

namespace EssConsult.Browser.Tests;

/// <summary>The drawing board: what a mouse does, what a keyboard does, and what is left without JavaScript.</summary>
public sealed class BoardTests(CircuitSite site) : IClassFixture<CircuitSite>
{
    [Fact]
    public async Task A_note_is_put_on_the_drawing_moved_by_keyboard_undone_and_removed()
    {
        var page = await OpenAsync("Notes au clavier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".board-side textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Relu avec le maire");
        await page.Keyboard.PressAsync("Tab");
        var note = page.Locator("[model-id^='note:']");
        await Assertions.Expect(note).ToHaveAttributeAsync("aria-label", "Note : Relu avec le maire");
        await Assertions.Expect(page.Locator("#board-notes .note-text")).ToHaveTextAsync("Relu avec le maire");

        var before = int.Parse(await page.Locator(".board-side [name=x]").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await note.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(page.Locator(".board-side [name=x]")).ToHaveValueAsync((before + 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(".board-side [name=width]")).ToHaveValueAsync("230");

        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(note).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#board-notes .note-text")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Défaire", Exact = true }).ClickAsync();
        await Assertions.Expect(note).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#board-notes .note-text")).ToHaveTextAsync("Relu avec le maire");
        await page.LookAsync("circuit-notes");
    }

    [Fact]
    public async Task A_note_is_dragged_and_its_corner_pulled()
    {
        var page = await OpenAsync("Notes à la souris");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter", Exact = true }).ClickAsync();
        var note = page.Locator("[model-id^='note:']");
        // Once it is stored the page says that this is a draft, and the board moves down.
        await Assertions.Expect(page.Locator(".board-draft")).ToBeVisibleAsync();
        var x = page.Locator(".board-side [name=x]");
        var before = await x.InputValueAsync();

        await PullAsync(page, note.Locator(".box"), 80, 40);
        await Assertions.Expect(x).Not.ToHaveValueAsync(before);
        await PullAsync(page, note.Locator(".note-grip"), 60, 0);
        await Assertions.Expect(page.Locator(".board-side [name=width]")).Not.ToHaveValueAsync("220");
        await Assertions.Expect(page.Locator(".board-status")).ToHaveTextAsync("Brouillon enregistré.");
        await page.ReloadAsync();
        await Assertions.Expect(note).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_expression_is_completed_and_tried_with_the_keyboard_alone()
    {
        var page = await site.OpenAsync();
        await page.EnterAsAsync(Tour.Administrator);
        await StepWithExpressionAsync(page);
        var text = page.Locator("expression-field textarea").First;
        await text.FillAsync(string.Empty);
        await text.FocusAsync();

        await page.Keyboard.TypeAsync("Bonjour {{ Workflow.Inp");
        var list = page.Locator("expression-field").First.GetByRole(AriaRole.Listbox);
        await Assertions.Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(list.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        (await text.GetAttributeAsync("aria-activedescendant")).ShouldBe(await list.GetByRole(AriaRole.Option).First.GetAttributeAsync("id"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+Space");
        await page.LookAsync();
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+Space");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^Bonjour \{\{ Workflow\.Input\.\w+"));

        await text.FillAsync("{{ 20 | plus: 22 }}");
        await page.TabToAsync(page.Locator("expression-field").First.GetByRole(AriaRole.Button));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("expression-field .preview-value").First).ToHaveTextAsync("42");
    }

    [Fact]
    public async Task Without_javascript_notes_are_written_and_expressions_tried_by_forms()
    {
        var page = await site.OpenAsync(width: 390, script: false);
        await page.EnterAsAsync(Tour.Administrator);
        await DrawAsync(page, "Sans script");
        await page.GetByText("Ajouter une note").ClickAsync();
        await page.Locator("#note-text").FillAsync("Écrite sans script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la note" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note-text")).ToHaveTextAsync("Écrite sans script");

        await page.Locator("#kind").SelectOptionAsync("SetOutputTask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("a");
        await page.GetByText("Ce que l’événement offre").First.ClickAsync();
        await Assertions.Expect(page.GetByText("lastResult()").First).ToBeVisibleAsync();
        await page.Locator("[name='s-Value']").FillAsync("6 * 7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aperçu : Valeur" }).ClickAsync();
        await Assertions.Expect(page.Locator(".preview-value")).ToHaveTextAsync("42");
        await Assertions.Expect(page.Locator("[name='s-Value']")).ToHaveValueAsync("6 * 7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’étape" }).ClickAsync();
        await Assertions.Expect(page.Locator("#board-steps")).ToContainTextAsync("Rendre une valeur");
    }

    [Fact]
    public async Task Two_hundred_steps_are_opened_added_to_dragged_and_undone()
    {
        const int steps = 200;
        var page = await OpenAsync("Deux cents étapes");
        await FillAsync(page, steps);
        var boxes = page.Locator(".joint-paper [data-type='ess.Activity']");
        await Assertions.Expect(boxes).ToHaveCountAsync(steps);
        await Assertions.Expect(page.Locator(".joint-paper [data-type='ess.Wire']")).ToHaveCountAsync(steps - 1);

        await page.Locator("#find-kind").FillAsync("journal technique");
        await page.Locator(".board-palette").GetByRole(AriaRole.Button, new() { Name = "Noter au journal technique" }).ClickAsync();
        await Assertions.Expect(boxes).ToHaveCountAsync(steps + 1);
        await Assertions.Expect(page.Locator("#board-steps tbody tr")).ToHaveCountAsync(steps + 1);

        var first = page.Locator("[model-id=s0]");
        var place = await first.GetAttributeAsync("transform");
        await PullAsync(page, first.Locator(".box"), 60, 30);
        await Assertions.Expect(first).Not.ToHaveAttributeAsync("transform", place!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Défaire", Exact = true }).ClickAsync();
        await Assertions.Expect(first).ToHaveAttributeAsync("transform", place!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ranger" }).ClickAsync();
        await Assertions.Expect(page.Locator(".board-status")).ToHaveTextAsync("Brouillon enregistré.");
        await Assertions.Expect(boxes).ToHaveCountAsync(steps + 1);
    }

    private async Task<IPage> OpenAsync(string circuit)
    {
        var page = await site.OpenAsync(width: 1600);
        await page.EnterAsAsync(Tour.Administrator);
        await DrawAsync(page, circuit);
        await page.Locator("circuit-board.is-live").WaitForAsync();
        return page;
    }

    /// <summary>A circuit of its own: tests run beside one another.</summary>
    private static async Task DrawAsync(IPage page, string name)
    {
        await page.GotoAsync("/admin/circuits");
        await page.GetByText("Nouveau circuit").ClickAsync();
        await page.Locator("form[action*=New] [name=name]").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dessiner" }).ClickAsync();
        await page.ExpectHeadingAsync(name);
    }

    private static async Task StepWithExpressionAsync(IPage page)
    {
        await DrawAsync(page, "Compléter");
        await page.Locator("#kind").SelectOptionAsync("ContentPublishedEvent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’étape" }).ClickAsync();
        await page.Locator("#kind").SelectOptionAsync("LiquidTask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await page.Locator("expression-field .offers-hint").First.WaitForAsync();
    }

    /// <summary>By the canvas's own door, as an act of somebody who draws would.</summary>
    private static async Task FillAsync(IPage page, int steps)
    {
        var activities = new JsonArray([.. Enumerable.Range(0, steps).Select(number => (JsonNode)new JsonObject
        {
            ["ActivityId"] = $"s{number}", ["Name"] = number == 0 ? "ContentPublishedEvent" : "LogTask", ["X"] = number % 10 * 240, ["Y"] = number / 10 * 140, ["IsStart"] = number == 0, ["Properties"] = new JsonObject(),
        })]);
        var transitions = new JsonArray([.. Enumerable.Range(0, steps - 1).Select(number => (JsonNode)new JsonObject { ["Id"] = number, ["SourceActivityId"] = $"s{number}", ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = $"s{number + 1}" })]);
        await page.EvaluateAsync("""
            async ([activities, transitions]) => {
              const source = document.querySelector('circuit-board').dataset.source;
              const { type, version } = await (await fetch(source)).json();
              Object.assign(type, { Activities: JSON.parse(activities), Transitions: JSON.parse(transitions) });
              const token = document.querySelector('input[name=__RequestVerificationToken]').value;
              await fetch(source, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Form-Token': token }, body: JSON.stringify({ version, type }) });
            }
            """, new[] { activities.ToJsonString(), transitions.ToJsonString() });
        await page.ReloadAsync();
        await page.Locator("circuit-board.is-live").WaitForAsync();
    }

    private static async Task PullAsync(IPage page, ILocator handle, float x, float y)
    {
        await handle.ScrollIntoViewIfNeededAsync();
        var box = (await handle.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.6f), box.Y + (box.Height * 0.6f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.6f) + (x / 2), box.Y + (box.Height * 0.6f) + (y / 2));
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.6f) + x, box.Y + (box.Height * 0.6f) + y);
        await page.Mouse.UpAsync();
    }
}
