using EssConsult.Voting.Features.Votes;
using EssConsult.Voting.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Voting.Features.Desk;

/// <summary>The screens of a tablet end with their turn, whoever goes back to them; and nobody is signed in on it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TabletTurnAttribute : Attribute, IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is CastModel { Handover: { Length: > 0 } handover }
            && (context.HttpContext.RequestServices.GetRequiredService<CurrentPerson>().IsSignedIn || !Tablets.Holds(context.HttpContext, handover)))
        {
            context.Result = new RedirectToPageResult(TabletModel.PageName, new { id = context.RouteData.Values["id"] });
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
