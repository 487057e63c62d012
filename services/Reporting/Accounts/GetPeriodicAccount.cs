using FluentValidation;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Accounts;

/// <summary>The account of the coordinating municipality over a period.</summary>
internal sealed class GetPeriodicAccount(AccountReader reader)
{
    public async Task<GetPeriodicAccountResponse> RunAsync(GetPeriodicAccountRequest request, CancellationToken ct)
    {
        var view = await reader.ReadAsync(request.StartDate.ToDateOnly(), request.EndDate.ToDateOnly(), ct);
        return new GetPeriodicAccountResponse { Account = view.ToProto() };
    }
}

internal sealed class GetPeriodicAccountValidator : AbstractValidator<GetPeriodicAccountRequest>
{
    public GetPeriodicAccountValidator()
    {
        RuleFor(r => r.StartDate).IsDay();
        RuleFor(r => r.EndDate).IsDay();
        RuleFor(r => r.EndDate).Must((r, end) => end.ToDateOnly() > r.StartDate.ToDateOnly()).WithMessage("Give a day after the first day.")
            .When(r => r.StartDate is not null && r.EndDate is not null && r.StartDate.TryToDateOnly(out _) && r.EndDate.TryToDateOnly(out _));
    }
}
