using EssConsult.Kernel.Admin;

namespace EssConsult.Workflows.UserTasks;

internal sealed class WaitingUserTasks(UserTaskDesk desk) : IWaiting
{
    public string Address => "/admin/decisions";

    public (string One, string Several) Words => ("décision à prendre", "décisions à prendre");

    public async Task<int> CountAsync(CancellationToken ct) => (await desk.MineAsync(ct)).Count;
}
