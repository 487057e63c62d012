using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;
using Term = Regio.ExpertTable.Terms.Term;

namespace Regio.ExpertTable.Worklist;

/// <summary>The clocks that run on the cases which the caller handles, the first due first. Each case shown is in the read log first.</summary>
internal sealed class ListWorkItems(ExpertTableDbContext db, TermReader terms, ReadLog log, TimeProvider time)
{
    public async Task<ListWorkItemsResponse> RunAsync(ListWorkItemsRequest request, Caller caller, CancellationToken ct)
    {
        // Requests to put a file right are answered by who keeps it, whoever handles the case.
        var keepsAlone = caller.Roles.All(role => role == Roles.PrivacyOfficer);
        var scope = keepsAlone ? CaseScope.OfKeeper(caller) : CaseScope.ToChange(caller);
        var (size, day) = (PageSize.From(request.PageSize), AsOf.OrToday(request.AsOf, time));
        var until = day.AddDays((await terms.ReadAsync(ct)).On(Term.WorklistDays, day));
        var clocks = Of(request.Urgency, db.Set<RunningClock>().AsNoTracking().Where(clock => clock.Since <= day && clock.DueOn <= until), day);
        if (keepsAlone)
            clocks = clocks.Where(clock => clock.Kind == nameof(WorkKind.Rectification));
        if (request.Kinds.Count > 0)
        {
            var kinds = request.Kinds.Select(kind => kind.ToString()).ToArray();
            clocks = clocks.Where(clock => kinds.Contains(clock.Kind));
        }

        if (PageToken.Read(request, request.PageToken, parts: 4) is { } key)
            clocks = After(clocks, scope, key);
        var cases = scope.Visible(db.Set<Case>().AsNoTracking());
        if (request.Lead.Length > 0)
            cases = cases.Where(file => file.Lead == request.Lead);
        var page = await clocks
            .Join(cases, clock => clock.CaseId, file => file.Id, (clock, file) => new { clock, file })
            .OrderBy(item => item.clock.DueOn).ThenBy(item => item.clock.Kind).ThenBy(item => item.clock.CaseId).Take(size + 1)
            .Select(item => new WorkItem(item.clock, item.file.SubjectPseudonym, item.file.State, item.file.MunicipalityId, item.file.Chair, item.file.Lead))
            .ToListAsync(ct);
        var shown = page.Take(size).ToList();
        await log.WriteAsync(
            new CaseReader(caller.Subject, scope.Role, nameof(ListWorkItems), Reads.ReadPurpose.Overview),
            shown.Select(item => (item.Clock.CaseId, item.SubjectPseudonym)).Distinct(),
            ct);
        var response = new ListWorkItemsResponse { Items = { shown.Select(item => item.ToProto(day)) } };
        if (page.Count > size)
            response.NextPageToken = Token(request, scope, shown[^1].Clock);
        return response;
    }

    private static IQueryable<RunningClock> Of(WorkUrgency urgency, IQueryable<RunningClock> clocks, DateOnly day) => urgency switch
    {
        WorkUrgency.Ahead => clocks.Where(clock => !clock.IsStopped && clock.RemindOn > day),
        WorkUrgency.ReminderDue => clocks.Where(clock => !clock.IsStopped && clock.RemindOn <= day && clock.DueOn >= day),
        WorkUrgency.Overdue => clocks.Where(clock => !clock.IsStopped && clock.DueOn < day),
        WorkUrgency.Stopped => clocks.Where(clock => clock.IsStopped),
        _ => clocks,
    };

    private static string Token(ListWorkItemsRequest request, CaseScope scope, RunningClock last) =>
        PageToken.After(request, scope.Key, last.DueOn.ToString("O", CultureInfo.InvariantCulture), last.Kind, last.CaseId.ToString("D"));

    private static IQueryable<RunningClock> After(IQueryable<RunningClock> clocks, CaseScope scope, IReadOnlyList<string> key)
    {
        if (key[0] != scope.Key
            || !DateOnly.TryParseExact(key[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            || !Guid.TryParseExact(key[3], "D", out var id))
        {
            throw PageToken.Invalid();
        }

        var kind = key[2];
        return clocks.Where(clock => EF.Functions.GreaterThan(ValueTuple.Create(clock.DueOn, clock.Kind, clock.CaseId), ValueTuple.Create(due, kind, id)));
    }
}

internal sealed class ListWorkItemsValidator : AbstractValidator<ListWorkItemsRequest>
{
    private const int MostKinds = 50;

    public ListWorkItemsValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.Kinds).Must(kinds => kinds.Count <= MostKinds).WithMessage($"Give at most {MostKinds} kinds.");
        RuleForEach(r => r.Kinds).IsInEnum().NotEqual(WorkKind.Unspecified);
        RuleFor(r => r.Lead).IsLineOrEmpty(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.Urgency).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
