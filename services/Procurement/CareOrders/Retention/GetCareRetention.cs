using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Retention;

/// <summary>How long files of care messages are kept, on what ground, and how many of them are due. Counts alone.</summary>
internal sealed class GetCareRetention(CareMessageReader messages, DueCareFiles files, TimeProvider time)
{
    public async Task<GetCareRetentionResponse> RunAsync(Caller caller, CancellationToken ct)
    {
        if ((await messages.PartyAsync(caller, ct)).Code is not null)
            throw new DomainException(CommonRules.OtherPartyData);
        var today = time.DutchToday();
        var setting = await files.SettingAsync(today, ct);
        return new GetCareRetentionResponse
        {
            Setting = setting.ToProto(),
            KeptCount = await files.Kept().LongCountAsync(ct),
            DueCount = await files.Due(today, setting).LongCountAsync(ct),
        };
    }
}

internal sealed class GetCareRetentionValidator : AbstractValidator<GetCareRetentionRequest>;
