using System.Globalization;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Drawing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EssConsult.Workflows.Tests;

public sealed class DescriptionTests(Sites sites) : IClassFixture<Sites>
{
    /// <summary>The 59 activities of tiers 1 to 3 (§9.4 of the formats).</summary>
    public static readonly string[] Orchard =
    [
        "HttpRequestEvent", "TimerEvent", "UserTaskEvent", "ContentPublishedEvent", "ContentUpdatedEvent", "ContentDraftSavedEvent", "BindModelStateTask", "ValidateFormFieldTask", "ValidateFormTask",
        "ValidateReCaptchaTask", "AddModelValidationErrorTask", "ForkTask", "JoinTask", "IfElseTask", "ScriptTask", "RegisterUserTask", "EmailTask", "NotifyTask", "NotifyContentOwnerTask", "CreateContentTask",
        "UpdateContentTask", "PublishContentTask", "HttpRequestTask", "HttpRedirectTask", "SignalEvent", "ContentCreatedEvent", "ContentUnpublishedEvent", "ContentDeletedEvent", "ContentVersionedEvent",
        "UserCreatedEvent", "UserUpdatedEvent", "UserDeletedEvent", "UserEnabledEvent", "UserDisabledEvent", "UserLoggedInEvent", "UserConfirmedEvent", "WorkflowFaultEvent", "SetPropertyTask", "SetOutputTask",
        "CorrelateTask", "LogTask", "ForEachTask", "RetrieveContentTask", "HttpResponseTask", "HttpRedirectToFormLocationTask", "ValidateAntiforgeryTokenTask", "ValidateUserTask", "AssignUserRoleTask",
        "NotifyUserTask", "WhileLoopTask", "ForLoopTask", "LiquidTask", "DeleteContentTask", "UnpublishContentTask", "UnassignUserRoleTask", "GetUsersByRoleTask", "CommitTransactionTask", "HttpRequestFilterEvent", "SmsTask",
    ];

    [Fact]
    public async Task Every_activity_of_the_three_tiers_runs_here()
    {
        var kinds = await KindsAsync();

        Orchard.Length.ShouldBe(59);
        Orchard.Where(name => kinds.Find(name) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Orchard_does_not_know_says_so_in_its_name() =>
        (await KindsAsync()).All.Select(kind => kind.Name).Except(Orchard).Where(name => !name.StartsWith("Ess", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public async Task Events_begin_circuits_and_have_a_name_that_says_so()
    {
        var kinds = (await KindsAsync()).All;

        kinds.Where(kind => kind.IsEvent != kind.Name.EndsWith("Event", StringComparison.Ordinal)).Select(kind => kind.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_word_about_an_activity_has_its_English()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var words = (await KindsAsync()).All.SelectMany(kind => new[] { kind.Title, kind.Help }.Concat(kind.Settings.Select(setting => setting.Label)).Concat(kind.Outcomes.Select(OutcomeWords.Of).OfType<string>())).Where(word => word.Length > 0).Distinct();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        words.Where(word => site.Services.GetRequiredService<IStringLocalizer>()[word].ResourceNotFound).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_two_settings_of_an_activity_have_one_name() =>
        (await KindsAsync()).All.Where(kind => kind.Settings.DistinctBy(setting => setting.Name).Count() != kind.Settings.Count).Select(kind => kind.Name).ShouldBeEmpty();

    private async Task<ActivityKinds> KindsAsync() => (await sites.OnAsync(Database.Sqlite)).Services.GetRequiredService<ActivityKinds>();
}
