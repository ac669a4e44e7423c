using Microsoft.AspNetCore.Http;

namespace EssConsult.Contributions.Features;

/// <summary>This module's lines in the administration's menu, with what waits.</summary>
internal sealed class AdminMenu(CurrentPerson person, ModerationQueue queue, IHttpContextAccessor http) : ISlot
{
    public string Name => "admin-menu";

    public int Order => 10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var (moderates, answers) = (person.Can(Permissions.ModerateContent), person.Can(Permissions.AnswerContributions));
        if (!moderates && !answers)
        {
            return null;
        }

        var waiting = moderates ? await queue.CountAsync(ct) : 0;
        return new SlotView("/Features/EssConsult.Contributions/_AdminMenu.cshtml", new AdminMenuView(moderates, answers, waiting, http.HttpContext?.Request.Path ?? default));
    }
}

internal sealed record AdminMenuView(bool Moderates, bool Answers, int Waiting, PathString Path);
