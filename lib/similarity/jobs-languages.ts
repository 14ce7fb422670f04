/** Which jobs go with a language or a framework, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const LANGUAGE_JOBS = `
python developer: python pythonic pep8 pip poetry virtualenv asyncio decorators generators comprehensions typing mypy pydantic pytest ruff black dataclasses packaging pyproject gil context managers idiomatic metaclasses
golang developer: golang go goroutines channels interfaces concurrency context errors gofmt modules pprof race detector structs select mutex sync idiomatic benchmarks generics defer
rust developer: rust ownership borrowing lifetimes cargo traits async tokio unsafe crates clippy macros memory safety zero-cost enums pattern matching result borrow checker serde
typescript developer: typescript types generics tsconfig strict inference conditional mapped types unions narrowing declaration interfaces decorators type-safe utility types tsc zod branded discriminated
javascript developer: javascript es6 promises async await closures prototypes event loop node browser modules bundler npm dom callbacks modern ecmascript vanilla polyfill
java developer: java jvm spring streams concurrency maven gradle garbage collection lambdas records virtual threads hibernate jpa junit enterprise
csharp dotnet developer: csharp dotnet aspnet linq entity framework async nuget blazor records dependency injection xunit maui azure visual studio core
cplusplus developer: cplusplus raii templates stl smart pointers move semantics cmake constexpr memory undefined behavior concepts valgrind modern
c developer: c pointers malloc memory embedded kernel system calls makefile gcc valgrind structs buffers posix low-level
php developer: php composer laravel symfony psr namespaces eloquent phpunit wordpress traits generators fpm phpstan
ruby developer: ruby rails gems metaprogramming rspec blocks mixins bundler rubocop sidekiq activerecord
rails developer: rails ruby activerecord controllers migrations turbo hotwire sidekiq rspec concerns routes actioncable validations associations
elixir phoenix developer: elixir otp phoenix genserver supervision liveview ecto beam processes erlang pattern matching fault-tolerant
scala developer: scala akka functional cats zio spark futures traits implicits sbt actors jvm
kotlin developer: kotlin coroutines android multiplatform sealed classes null safety extension functions gradle ktor compose flow
swift developer: swift swiftui protocols optionals xcode combine actors concurrency arc uikit apple
haskell functional programmer: haskell monads functors purity lazy types functional ghc cabal immutability
clojure lisp developer: clojure immutable repl macros ring atoms lisp functional
lua developer: lua tables coroutines metatables love2d neovim luajit
perl developer: perl regex cpan scripts moose
r statistics programmer: r tidyverse ggplot dplyr shiny rmarkdown statistical packages cran
julia developer: julia numerical multiple dispatch scientific computing arrays
bash shell scripting expert: bash shell scripts posix shellcheck pipes awk sed cron automation unix traps quoting set pipefail
powershell expert: powershell cmdlets modules windows active directory remoting automation scripts
sql expert: sql queries joins window functions cte indexes execution plans aggregation stored procedures normalization oltp olap transactions postgres mysql
react developer: react hooks components jsx state context redux suspense server components rendering memo props useeffect query router
nextjs developer: next nextjs app router server components ssr isr vercel middleware server actions static generation route handlers metadata
vue developer: vue composition nuxt pinia reactive sfc directives vite composables ref computed
angular developer: angular rxjs signals ngrx components dependency injection modules observables directives standalone
svelte developer: svelte sveltekit stores reactive runes compile
django developer: django orm models views drf migrations celery templates admin signals serializers middleware querysets
fastapi developer: fastapi pydantic async uvicorn starlette endpoints dependency openapi routes
flask developer: flask blueprints jinja werkzeug sqlalchemy routes extensions
laravel developer: laravel eloquent blade artisan queues migrations php middleware livewire sanctum
spring boot developer: spring boot java beans jpa hibernate actuator security microservices controllers annotations
nodejs express developer: node express middleware npm event loop streams fastify nestjs koa routes async
nestjs developer: nestjs modules providers decorators guards interceptors typeorm pipes controllers
wordpress developer: wordpress plugins themes gutenberg hooks woocommerce php shortcodes acf blocks
shopify developer: shopify liquid themes storefront checkout apps metafields polaris merchants
flutter developer: flutter dart widgets bloc riverpod pubspec stateful material cupertino platform channels
react native developer: reactnative expo native modules metro hermes navigation ios android bridge
ios developer: ios swift swiftui uikit xcode core data app store testflight storekit apple human interface
android developer: android kotlin jetpack compose gradle activity fragments room viewmodel play store material
mobile app developer: mobile ios android app reactnative flutter native offline push notifications store devices touch gestures battery deep links cross-platform
electron desktop developer: electron desktop tauri ipc main renderer window installer auto-update native menus
embedded firmware engineer: embedded firmware microcontroller rtos esp32 stm32 arduino interrupts gpio i2c spi bootloader registers low-power
html css specialist: html css sass flexbox grid animations semantic layout selectors responsive stylesheets
tailwind css expert: tailwind utility classes css theme design tokens responsive variants
graphql architect: graphql schema resolvers federation apollo dataloader subscriptions queries mutations types n+1 gateway
grpc api engineer: grpc protobuf proto streaming rpc services interceptors
websocket realtime engineer: websocket realtime socketio sse presence pubsub connections broadcast reconnect messages latency
microservices architect: microservices service boundaries bounded contexts saga event-driven service mesh resilience circuit breaker distributed decomposition istio
`;
