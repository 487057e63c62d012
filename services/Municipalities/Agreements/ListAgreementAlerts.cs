using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Agreements;

/// <summary>What needs attention by a day over all agreements, the first due on top.</summary>
internal sealed class ListAgreementAlerts(MunicipalitiesDbContext db, TimeProvider time)
{
    private sealed record AlertOf(Guid AgreementId, string Subject, AgreementAlert Alert);

    public async Task<ListAgreementAlertsResponse> RunAsync(ListAgreementAlertsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var alerts = db.Set<AgreementAlert>().AsNoTracking().Where(a => a.ShownFrom <= day);
        if (DueToken.Read(request, request.PageToken) is var (due, id))
            alerts = alerts.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.DueOn, a.Id), ValueTuple.Create(due, id)));

        var page = await (
            from alert in alerts
            join agreement in db.Set<Agreement>() on EF.Property<Guid>(alert, AgreementConfiguration.AgreementId) equals agreement.Id
            where request.RegionId == "" || agreement.RegionId == request.RegionId
            orderby alert.DueOn, alert.Id
            select new AlertOf(agreement.Id, agreement.Subject, alert)).Take(size + 1).ToListAsync(ct);
        var response = new ListAgreementAlertsResponse { Alerts = { page.Take(size).Select(a => ToProto(a, day)) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].Alert.DueOn, page[size - 1].Alert.Id);
        return response;
    }

    private static V1.AgreementAlert ToProto(AlertOf of, DateOnly day) => new()
    {
        AgreementId = of.AgreementId.ToString("D"),
        Subject = of.Subject,
        Kind = (V1.AgreementAlertKind)of.Alert.Kind,
        Text = of.Alert.Text,
        DueDate = of.Alert.DueOn.ToProto(),
        Overdue = of.Alert.DueOn < day,
        ObligationNumber = of.Alert.ObligationNumber,
    };
}

internal sealed class ListAgreementAlertsValidator : AbstractValidator<ListAgreementAlertsRequest>
{
    public ListAgreementAlertsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
