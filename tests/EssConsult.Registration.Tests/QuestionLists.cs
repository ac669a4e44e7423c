using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Registration.Tests;

/// <summary>Content types whose fields are an event's questions.</summary>
internal static class QuestionLists
{
    /// <param name="questions">Field kind, name, what is asked, and the answers of a list as « value:name ».</param>
    public static Task DefineQuestionsAsync(this Site site, string type, params (string Kind, string Name, string Label, string[] Options)[] questions) => site.UseAsync<IServiceProvider>(async services =>
    {
        await ((IContentDefinitions)services.GetService(typeof(IContentDefinitions))!).MergeAsync(
            new JsonArray(new JsonObject
            {
                ["Name"] = type, ["DisplayName"] = "Questions", ["Settings"] = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Stereotype"] = "EventQuestions" } },
                ["ContentTypePartDefinitionRecords"] = new JsonArray(new JsonObject { ["PartName"] = type, ["Name"] = type, ["Settings"] = new JsonObject() }),
            }),
            new JsonArray(new JsonObject
            {
                ["Name"] = type, ["Settings"] = new JsonObject(),
                ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. questions.Select((question, position) => Field(question.Kind, question.Name, question.Label, question.Options, position))]),
            }),
            replace: false, default);
        await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
    });

    private static JsonObject Field(string kind, string name, string label, string[] options, int position) => new JsonObject
    {
        ["FieldName"] = kind, ["Name"] = name,
        ["Settings"] = new JsonObject
        {
            ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = label, ["Position"] = $"{position}", ["Editor"] = options.Length > 0 ? "PredefinedList" : null },
            ["TextFieldPredefinedListEditorSettings"] = new JsonObject { ["Options"] = new JsonArray([.. options.Select(option => new JsonObject { ["value"] = option.Split(':')[0], ["name"] = option.Split(':')[^1] })]) },
        },
    };
}
