using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Terms;

/// <summary>The setting of each term on a day.</summary>
internal sealed class GetTerms(TermReader reader, TimeProvider time)
{
    public async Task<GetTermsResponse> RunAsync(GetTermsRequest request, CancellationToken ct)
    {
        var book = await reader.ReadAsync(ct);
        return new GetTermsResponse { Settings = { book.AllOn(AsOf.OrToday(request.AsOf, time)).Select(setting => setting.ToProto()) } };
    }
}

internal sealed class GetTermsValidator : AbstractValidator<GetTermsRequest>
{
    public GetTermsValidator() => RuleFor(r => r.AsOf).IsDayOrAbsent();
}
